/** The eight digits of a desktop's code, from what was typed (with a space in between, perhaps) or scanned; null for anything else. */
export function desktopCodeIn(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}
