/** The words of a line that somebody wrote with commas of any kind between them, each once. */
export function wordsIn(line: string): string[] {
  return [...new Set(line.split(/[、，,;；\n]/).map((word) => word.trim()).filter(Boolean))];
}
