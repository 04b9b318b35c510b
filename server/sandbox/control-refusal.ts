/** A control request that cannot be done; these routes answer with ordinary HTTP statuses. */
export class ControlRefusal extends Error {
  readonly statusCode: 404 | 409;

  constructor(statusCode: 404 | 409, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}
