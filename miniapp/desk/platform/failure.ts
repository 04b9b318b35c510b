import { type ErrorBody, type ErrorCode, type ErrorDetail, errors } from '@weidangxiao/shared/errors.ts';

/** What a request can end with: one of the server's codes, or nothing came back at all. */
export type FailureCode = ErrorCode | 'OFFLINE';

const unreachable = '连不上服务器，联网后再试一次';

/** A request that did not do what was asked, with a sentence that can be shown as it is. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    /** A dotted path into the request, such as `body.phone`, where one field is to blame. */
    readonly field?: string,
    readonly detail?: ErrorDetail,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

export function offline(): Failure {
  return new Failure('OFFLINE', unreachable);
}

/** Reads the server's error body; anything else (a proxy's page, say) counts as the server being in trouble. */
export function failureFrom(answer: unknown): Failure {
  if (isErrorBody(answer)) return new Failure(answer.code, answer.message, answer.field, answer.detail);
  return new Failure('INTERNAL', errors.INTERNAL.message);
}

export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('INTERNAL', errors.INTERNAL.message);
}

/** The login has ended: the way back in is offered over the page, so the page itself need not say it. */
export function isLoginEnd({ code }: Failure): boolean {
  return code !== 'OFFLINE' && errors[code].status === 401;
}

/** The sentence for one field of a form, where the server puts the blame on it; `field` is its path in the body. */
export function blameOn(failure: Failure | null, field: string): string | null {
  return failure?.field?.replace(/^body\./, '') === field ? failure.message : null;
}

function isErrorBody(answer: unknown): answer is ErrorBody {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer && typeof answer.message === 'string';
}
