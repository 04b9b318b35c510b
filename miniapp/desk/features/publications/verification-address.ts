import { verifyPath } from '@weidangxiao/shared/rules/publication.ts';

/** What the camera of whoever holds the printed sheet opens. */
export function verificationAddress(code: string): string {
  return `${window.location.origin}${verifyPath(code)}`;
}
