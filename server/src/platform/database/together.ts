import DataLoader from 'dataloader';
import { AsyncLocalStorage } from 'node:async_hooks';

/** What one of many is answered: an error fails that one alone. */
export type Outcome<Answer> = Answer | Error;

/**
 * What many ask for at the same moment goes to the database in one statement, `atMost` of them. Nothing waits for more to
 * come and nothing is kept: each answer was read, or written, after it was asked for. `run` answers in the order of what was
 * asked, and runs in nobody's request and in no unit of work; do not ask inside one.
 */
export function together<Asked, Answer>(atMost: number, run: (asked: readonly Asked[]) => Promise<readonly Outcome<Answer>[]>): (asked: Asked) => Promise<Answer> {
  const outside = AsyncLocalStorage.snapshot();
  const loader = new DataLoader<Asked, Answer>((asked) => run(asked), {
    cache: false,
    maxBatchSize: atMost,
    // When everything that has arrived on any socket by now has been read.
    batchScheduleFn: (send) => setImmediate(() => outside(send)),
  });
  return (asked) => loader.load(asked);
}
