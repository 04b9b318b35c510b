import type { EntityManager, QueryRunner } from 'typeorm';
import type { BaseQueryRunner } from 'typeorm/query-runner/BaseQueryRunner.js';
import type { Run } from './prepared.ts';
import { isConstraint } from './store-failures.ts';

type Statement = Parameters<BaseQueryRunner['query']>;

/** One transaction, from its first statement to commit or rollback. */
export class UnitOfWork {
  readonly afterCommit: (() => unknown)[] = [];
  /** The connection is in an unknown state. */
  broken = false;
  /** The commit was asked for: where no answer came, nobody knows whether it is done. */
  mayBeCommitted = false;
  private over = false;
  /** The store's failure that ended the transaction, whatever the work made of it. */
  private failure: unknown = null;
  /** What an inner unit of work threw. */
  private refused: unknown = null;

  constructor(
    private readonly runner: QueryRunner,
    private readonly statements: Run,
  ) {
    this.watch();
  }

  manager(): EntityManager {
    this.requireOpen();
    return this.runner.manager;
  }

  /** A prepared statement inside the transaction. */
  readonly run: Run = async (sql, values) => {
    this.requireOpen();
    return this.watched(() => this.statements(sql, values));
  };

  /** An inner unit's failure fails the whole: its half-done writes must not be committed by somebody who caught it. */
  async join<T>(work: () => Promise<T>): Promise<T> {
    this.requireOpen();
    try {
      return await work();
    } catch (error) {
      this.refused ??= error;
      throw error;
    }
  }

  /** Commits when `work` answers, rolls back when it throws. */
  async complete<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.over = true;
      if (this.failure) throw this.failure;
      if (this.refused) throw new Error('An inner unit of work failed and its error was swallowed', { cause: this.refused });
      this.mayBeCommitted = true;
      await this.runner.commitTransaction();
      return result;
    } catch (error) {
      this.over = true;
      await this.rollback();
      throw this.failure ?? error;
    }
  }

  private async rollback(): Promise<void> {
    try {
      if (this.runner.isTransactionActive) await this.runner.query('ROLLBACK');
    } catch {
      // SQLite may have rolled back by itself; a lost connection has. Either way nothing of it stays.
      this.broken = true;
    }
    (this.runner as { isTransactionActive: boolean }).isTransactionActive = false;
  }

  private requireOpen(): void {
    if (this.over) throw new Error('The unit of work is over: await everything inside it');
  }

  private watch(): void {
    const query = this.runner.query.bind(this.runner) as (...statement: Statement) => Promise<unknown>;
    const watched = (...statement: Statement): Promise<unknown> => this.watched(() => query(...statement), statement[0] === 'ROLLBACK');
    this.runner.query = watched as QueryRunner['query'];
  }

  /**
   * A deadlock or a full disk ends the transaction inside the database. What came after it would be committed by
   * itself, so every later statement gets the same failure.
   */
  private async watched<T>(statement: () => Promise<T>, isRollback = false): Promise<T> {
    if (this.failure && !isRollback) throw this.failure;
    try {
      return await statement();
    } catch (error) {
      if (!isConstraint(error)) this.failure ??= error;
      throw error;
    }
  }
}
