import { createHash } from 'node:crypto';

/** WeChat's signature over a token and what else stands beside it: SHA-1 of all of them, sorted and joined. */
export function pushSignature(...parts: readonly string[]): string {
  return createHash('sha1').update([...parts].sort().join('')).digest('hex');
}
