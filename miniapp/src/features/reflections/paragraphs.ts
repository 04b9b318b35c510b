/** The contract's limits: characters in a paragraph, paragraphs in a text. */
const longest = 2000;
const most = 60;

/** What was typed, a paragraph to a line; empty lines go, a line that is too long is cut where a sentence ends, if one does. */
export function paragraphsOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).flatMap(pieces);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), ...pieces(lines.slice(most - 1).join(' ')).slice(0, 1)];
}

export function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join('\n');
}

function pieces(line: string): string[] {
  if (line.length <= longest) return [line];
  const head = line.slice(0, longest);
  const end = Math.max(...[...'。？！；'].map((mark) => head.lastIndexOf(mark))) + 1;
  const cut = end > 0 ? end : longest - 1;
  return [line.slice(0, cut), ...pieces(line.slice(cut).trim())];
}
