import { AppError } from '@weidangxiao/shared/errors.ts';

/** Gives one holder at a time its turn, first come first served. */
export class Turns {
  private busy = false;
  private readonly waiting: (() => void)[] = [];

  /**
   * Waits for a turn and answers the function that ends it.
   * @throws AppError BUSY when `timeoutMs` passed first; the place in the queue is given up.
   */
  async take(timeoutMs: number): Promise<() => void> {
    if (this.busy) await this.queue(timeoutMs);
    this.busy = true;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.next();
    };
  }

  private queue(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(start), 1);
        reject(new AppError('BUSY'));
      }, timeoutMs);
      this.waiting.push(start);
    });
  }

  /** The turn passes straight to the next in line: nobody who comes now can slip in between. */
  private next(): void {
    const start = this.waiting.shift();
    if (start) start();
    else this.busy = false;
  }
}
