import mysql, { type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import type { DatabaseHosts } from './database-hosts.ts';
import { driverCode } from './store-failures.ts';

type Taken = (error: NodeJS.ErrnoException | null, connection: PoolConnection) => void;
type Take = (taken: Taken) => void;

const unknownVariable = 1193;

/** mysql2 whose connections lead to the host of now and are set up before their first user gets them. */
export function poolsOn(hosts: DatabaseHosts, session: readonly string[]): { createPool(options: PoolOptions): Pool } {
  const setUp = hosts.count > 1 ? [...readyNode, ...session] : session;
  return {
    createPool(options) {
      const pool = mysql.createPool({ ...options, stream: hosts.socket });
      pool.getConnection = takeFrom(pool.getConnection.bind(pool) as Take, hosts, setUp) as Pool['getConnection'];
      return pool;
    },
  };
}

/**
 * A galera node that has lost the others takes connections and refuses every transaction. One that has not applied yet what
 * the others have committed waits here until it has, so that a process which comes from another node finds its own writes.
 */
const readyNode = ['SET SESSION wsrep_sync_wait = 1', 'START TRANSACTION', 'COMMIT', 'SET SESSION wsrep_sync_wait = DEFAULT'];

function takeFrom(take: Take, hosts: DatabaseHosts, setUp: readonly string[]): Take {
  const ages = new WeakMap<PoolConnection, number>();
  const attempt = (taken: Taken, triesLeft: number): void => {
    const { age } = hosts;
    const failed = (error: NodeJS.ErrnoException): void => {
      hosts.failed(age);
      if (triesLeft > 0) attempt(taken, triesLeft - 1);
      else taken(error, undefined as never);
    };
    take((error, connection) => {
      if (error) return failed(error);
      const made = ages.get(connection);
      if (made === hosts.age) return taken(null, connection);
      if (made !== undefined) return renewed(connection, () => attempt(taken, triesLeft));
      run(connection, setUp, (refused) => {
        if (refused) return renewed(connection, () => failed(refused));
        ages.set(connection, age);
        taken(null, connection);
      });
    });
  };
  return (taken) => attempt(taken, hosts.count - 1);
}

function renewed(connection: PoolConnection, then: () => void): void {
  connection.destroy();
  then();
}

function run(connection: PoolConnection, [statement, ...others]: readonly string[], done: (error: NodeJS.ErrnoException | null) => void): void {
  if (statement === undefined) return done(null);
  connection.query(statement, (error: NodeJS.ErrnoException | null) => {
    // MySQL knows no galera.
    if (error && driverCode(error).number !== unknownVariable) return done(error);
    run(connection, others, done);
  });
}
