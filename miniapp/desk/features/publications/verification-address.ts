/** Where anybody who holds the printed sheet can look whether it is what was published: a page of the phone, in any browser. */
export function verificationAddress(code: string): string {
  return `${window.location.origin}/packages/town/verify/index?code=${encodeURIComponent(code.replaceAll('-', ''))}`;
}
