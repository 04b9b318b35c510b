/** What goes wrong, on one API path or on all of them (`*`). */
export type Fault = {
  path: string;
  /** How many calls it hits; without it, until cleared. */
  times?: number;
} & FaultEffect;

export type FaultEffect =
  /** WeChat refuses with this code. */
  | { errcode: number }
  /** The answer takes longer, in ms. */
  | { delayMs: number }
  /** The connection closes before anything is done. */
  | { down: true }
  /** A gateway's HTML page with this status instead of WeChat's JSON. */
  | { httpStatus: number }
  /** The act is done, then the connection closes: the caller cannot know. */
  | { dropAnswerAfterActing: true };

const mostFaults = 100;

/** The faults in force, and how many calls each API had. */
export class Faults {
  #active: Fault[] = [];
  readonly #calls = new Map<string, number>();

  /** Puts a fault in force; it replaces one of the same kind on the same path. */
  set(fault: Fault): void {
    const others = this.#active.filter((other) => other.path !== fault.path || kindOf(other) !== kindOf(fault));
    this.#active = [...others, { ...fault }].slice(-mostFaults);
  }

  clear(): void {
    this.#active = [];
  }

  list(): readonly Fault[] {
    return this.#active;
  }

  /** The faults that hit a call to this path; each loses one of its times. */
  strike(path: string): Fault[] {
    const struck = this.#active.filter((fault) => fault.path === '*' || fault.path === path);
    for (const fault of struck) if (fault.times !== undefined) fault.times -= 1;
    this.#active = this.#active.filter((fault) => fault.times === undefined || fault.times > 0);
    return struck;
  }

  countCall(path: string): void {
    this.#calls.set(path, (this.#calls.get(path) ?? 0) + 1);
  }

  /** Calls by API path since the start, faulty ones included. */
  calls(): Record<string, number> {
    return Object.fromEntries(this.#calls);
  }
}

export function kindOf(effect: FaultEffect): 'refuse' | 'slow' | 'down' | 'gateway' | 'drop-answer' {
  if ('errcode' in effect) return 'refuse';
  if ('delayMs' in effect) return 'slow';
  if ('down' in effect) return 'down';
  return 'httpStatus' in effect ? 'gateway' : 'drop-answer';
}
