import { AppError, type ErrorCode } from '@weidangxiao/shared/errors.ts';
import { QueryFailedError } from 'typeorm';

/** The driver's own code behind a failure: SQLite's and Node's are words, MariaDB's are numbers. */
export interface DriverCode {
  readonly word: string;
  readonly number: number;
}

/** MariaDB: deadlock, Galera certification (also 1213), lock wait over, row changed since it was read. */
const retryable = new Set([1213, 1205, 1020]);
/** MariaDB: the connection was killed, gone, lost. */
const lost = new Set([1927, 2006, 2013]);
/** MariaDB: disk full, table full, row file full. */
const full = new Set([1021, 1114, 1026]);
/** MariaDB: the node is not in its cluster, shuts down, or has become read-only: it serves nobody now. */
const out = new Set([1047, 1053, 1290, 1836]);
/** Too many connections, error during the commit, shutting down, killed, node not in the cluster, read-only server, connection lost. */
const unavailable = new Set([1040, 1180, 1203, 1226, 1053, 1927, 1317, 1047, 1290, 1836, 2006, 2013, 1044, 1045, 1049]);
const unavailableWords =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|PROTOCOL_\w+|POOL_\w+|SQLITE_(IOERR|CANTOPEN|CORRUPT|NOTADB|READONLY_DBMOVED)\w*)$/;
/** MariaDB: duplicate key, null, foreign keys, check, and values that a column refuses. */
const constraints = new Set([1062, 1586, 1048, 1364, 1451, 1452, 4025, 3819, 1406, 1264, 1366]);

export function driverCode(error: unknown): DriverCode {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, errno } = (typeof cause === 'object' && cause !== null ? cause : {}) as { code?: unknown; errno?: unknown };
  return { word: typeof code === 'string' ? code : '', number: typeof errno === 'number' ? errno : 0 };
}

/** Another attempt at the whole unit of work may succeed. */
export function isRetryable(error: unknown): boolean {
  return retryable.has(driverCode(error).number);
}

/** The connection is of no use any more; what its transaction did before the commit is gone. */
export function isLost(error: unknown): boolean {
  const { word, number } = driverCode(error);
  return isNodeOut(error) || lost.has(number) || /^(ECONNRESET|EPIPE|PROTOCOL_\w+)$/.test(word);
}

/** A galera node outside its cluster did not even begin with the statement. */
export function isRefused(error: unknown): boolean {
  return driverCode(error).number === 1047;
}

/** Another node of the cluster may answer instead. */
export function isNodeOut(error: unknown): boolean {
  return out.has(driverCode(error).number);
}

/** One statement was refused for what it said; the transaction around it is sound. */
export function isConstraint(error: unknown): boolean {
  const { word, number } = driverCode(error);
  return constraints.has(number) || word.startsWith('SQLITE_CONSTRAINT');
}

/** What the store's failure means to a user; null for whatever is no failure of the store. */
export function storeFailure(error: unknown): AppError | null {
  const code = codeOf(driverCode(error));
  return code && new AppError(code, { cause: error });
}

function codeOf({ word, number }: DriverCode): ErrorCode | null {
  if (retryable.has(number) || /^SQLITE_(BUSY|LOCKED)/.test(word)) return 'BUSY';
  if (full.has(number) || word === 'SQLITE_FULL' || word === 'ENOSPC' || word === 'EDQUOT') return 'STORE_FULL';
  if (unavailable.has(number) || unavailableWords.test(word)) return 'STORE_UNAVAILABLE';
  return null;
}
