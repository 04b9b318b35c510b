import type { Logger } from 'typeorm';
import type { DatabaseHosts } from './database-hosts.ts';
import { isNodeOut } from './store-failures.ts';

/** Hears of each statement that failed, TypeORM's through its logger. When a node serves nobody now, its connections are made anew. */
export class NodeWatch implements Logger {
  constructor(private readonly hosts: DatabaseHosts) {}

  async watched<T>(statement: Promise<T>): Promise<T> {
    return statement.catch((error: unknown) => {
      this.logQueryError(error as Error);
      throw error;
    });
  }

  logQueryError(error: string | Error): void {
    if (isNodeOut(error)) this.hosts.renew();
  }

  logQuery(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
