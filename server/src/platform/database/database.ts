import { AppError } from '@weidangxiao/shared/errors.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { Log } from '../log/log.ts';
import { isDuplicate } from './duplicates.ts';
import { type Bound, marks, type NewRow } from './prepared.ts';
import { isLost, isRefused, isRetryable, storeFailure } from './store-failures.ts';
import type { Store } from './store.ts';
import { UnitOfWork } from './unit-of-work.ts';

const attempts = 4;

/**
 * The one way to the tables. Writes happen inside `write`; reads anywhere: inside a unit of work they see its own
 * writes, outside they go through a read-only connection that never waits for a writer.
 */
export class Database {
  private readonly units = new AsyncLocalStorage<UnitOfWork | null>();

  constructor(
    private readonly store: Store,
    private readonly lockWaitMs: number,
    private readonly log: Log,
  ) {}

  /**
   * A unit of work: all of it is committed, on the disk when this answers, or none. One that is called inside another
   * joins it. `work` may be run again from its start (MariaDB: deadlock, lock wait, connection lost), so beside the database it does
   * nothing that cannot be repeated: no network, no files; use `afterCommit` for those. Await everything inside.
   * @throws AppError BUSY, STORE_UNAVAILABLE, STORE_FULL; and whatever `work` throws, after rolling back.
   */
  write<T>(work: () => Promise<T>): Promise<T> {
    const unit = this.units.getStore();
    return unit ? unit.join(work) : this.outermost(work);
  }

  /** The transaction's manager inside a unit of work, else the reader's, which refuses to write. */
  manager(): EntityManager {
    return this.units.getStore()?.manager() ?? this.store.reader.manager;
  }

  /** The rows of one entity: `manager().getRepository(entity)`. */
  rows<Row extends ObjectLiteral>(entity: EntityTarget<Row>): Repository<Row> {
    return this.manager().getRepository(entity);
  }

  /**
   * A statement written by hand, for what everybody asks at once: an entity's builder costs more than the statement. `?`
   * stands for a value; it is prepared once on each connection. In reach like `manager()`: outside a unit of work it
   * cannot write. Only repositories and the audit call this. Both engines must understand it.
   */
  run<Row>(sql: string, values: readonly Bound[]): Promise<Row[]> {
    const unit = this.units.getStore();
    return unit ? unit.run<Row>(sql, values) : this.store.statements()<Row>(sql, values);
  }

  /** By hand too: rows of one table, in one statement. One for each number of rows is prepared, so that number is bounded. */
  async insert(rows: readonly NewRow[]): Promise<void> {
    const [first] = rows;
    if (first) await this.run(`${first.into} VALUES ${rows.map(({ values }) => `(${marks(values)})`).join(', ')}`, rows.flatMap(({ values }) => values));
  }

  /** Epoch ms by the one clock that all replicas share: the database's own. */
  realNow(): Promise<number> {
    return this.store.realNow((sql, values) => this.run(sql, values));
  }

  inWork(): boolean {
    return Boolean(this.units.getStore());
  }

  /**
   * Runs `then` once the outermost unit of work is committed, outside of it; never if it was rolled back; at once where
   * there is no unit of work. What fails there is logged and undoes nothing. `write` answers after it.
   */
  afterCommit(then: () => unknown): void {
    const unit = this.units.getStore();
    if (unit) unit.afterCommit.push(then);
    else void this.follow([then]);
  }

  /**
   * Was this write refused because the key is taken? `name` is a unique index (`uq_…`) or `pk_<table>`.
   * The unit of work stays usable after such a refusal.
   */
  isUnique(error: unknown, name?: string): boolean {
    return isDuplicate(error, this.store.reader, name);
  }

  /** @throws AppError STORE_UNAVAILABLE when the database does not answer. */
  async check(): Promise<void> {
    await this.store.reader.query('SELECT 1').catch((error: unknown) => {
      throw storeFailure(error) ?? new AppError('STORE_UNAVAILABLE', { cause: error });
    });
  }

  /** After a commit whose steps nobody may read from a copy of the files: see `Store.mergeJournal`. What fails is logged; the next one does its work. */
  async mergeJournal(): Promise<void> {
    if (this.inWork()) return this.afterCommit(() => this.mergeJournal());
    await this.store.mergeJournal().catch((error: unknown) => this.log.error('The journal was not merged', { error }));
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** No new attempt in the second half of the wait: the whole of it stays within `lockWaitMs` plus the work itself. */
  private async outermost<T>(work: () => Promise<T>): Promise<T> {
    const until = Date.now() + this.lockWaitMs / 2;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const again = attempt < attempts && Date.now() < until && (isRetryable(error) || isLost(error));
        if (!again) throw storeFailure(error) ?? error;
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    const runner = await this.store.begin();
    const unit = new UnitOfWork(runner, this.store.statements(runner));
    let result: T;
    try {
      result = await this.units.run(unit, () => unit.complete(work));
    } catch (error) {
      // Nobody knows whether it is done: not once more.
      if (unit.mayBeCommitted && isLost(error) && !isRefused(error)) throw storeFailure(error) ?? error;
      throw error;
    } finally {
      await this.store.end(runner, unit.broken);
    }
    await this.follow(unit.afterCommit);
    return result;
  }

  private async follow(hooks: readonly (() => unknown)[]): Promise<void> {
    for (const hook of hooks) {
      try {
        await this.units.run(null, hook);
      } catch (error) {
        this.log.error('What should follow a commit failed', { error });
      }
    }
  }
}
