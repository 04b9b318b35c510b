/**
 * A random UUID (version 4) for what a phone sends more than once. WeChat has no `crypto`; the server pairs the id with the
 * member, so it has to be unlikely to repeat, not hard to guess.
 */
export function newId(): string {
  const hex = (count: number) => Array.from({ length: count }, () => Math.floor(Math.random() * 16).toString(16)).join('');
  const variant = '89ab'[Math.floor(Math.random() * 4)];
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
