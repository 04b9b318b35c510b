import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, base64url, 43 characters: logins, links, tickets. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a token, 43 characters. A plain hash is enough for 256 random bits, and not enough for anything
 * that a person types: use `Vault` for those.
 */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** Compares secrets in a time that tells nothing about where they differ. */
export function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(left), digest(right));
}
