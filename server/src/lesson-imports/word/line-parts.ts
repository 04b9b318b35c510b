import { type Piece, type TextPiece, textOf } from './draft.ts';

type Drawn = Exclude<Piece, TextPiece>;

/** What is next to a place in a line, on one side of it. */
type Neighbour = 'nothing' | 'break' | 'words';

/**
 * A line cut where something is drawn into it: stretches of text, and what stands between them. A sentence is never
 * cut: what is drawn into one, or floats beside it, comes after it.
 */
export function partsOf(pieces: readonly Piece[], moved: () => void): (TextPiece[] | Drawn)[] {
  const parts: (TextPiece[] | Drawn)[] = [];
  const after: Drawn[] = [];
  let text: TextPiece[] = [];
  const cut = (): void => {
    const stretch = withoutOuterBreaks(text);
    if (stretch.length > 0) parts.push(stretch);
    text = [];
  };
  const inSentence = sentencesOf(pieces);
  pieces.forEach((piece, at) => {
    if (piece.kind === 'text') return void text.push(piece);
    if (!inSentence[at]) {
      cut();
      parts.push(piece);
      return;
    }
    if (piece.kind === 'picture' && !piece.floating) moved();
    after.push(piece);
  });
  cut();
  return [...parts, ...after];
}

/** For every piece, whether words of one line stand on both sides of it. */
function sentencesOf(pieces: readonly Piece[]): boolean[] {
  const before = neighbours(pieces, /\n[^\S\n]*$/);
  const after = neighbours([...pieces].reverse(), /^[^\S\n]*\n/).reverse();
  return pieces.map((_, at) => before[at] === 'words' && after[at] === 'words');
}

function neighbours(pieces: readonly Piece[], lineEnd: RegExp): Neighbour[] {
  let near: Neighbour = 'nothing';
  return pieces.map((piece) => {
    const seen = near;
    if (piece.kind !== 'text') return seen;
    if (lineEnd.test(piece.text)) near = 'break';
    else if (piece.text.trim() !== '') near = 'words';
    return seen;
  });
}

/** Full-width spaces at the beginning are how a Chinese paragraph is indented: they stay. */
function withoutOuterBreaks(pieces: readonly TextPiece[]): TextPiece[] {
  if (textOf(pieces).trim() === '') return [];
  const kept = pieces.map((piece) => ({ ...piece }));
  trimFrom(kept, /^[ \t\n]*\n/);
  trimFrom([...kept].reverse(), /[ \t\n]+$/);
  return kept.filter(({ text }) => text !== '');
}

/** Takes away what the pattern finds at the first piece's side, through as many pieces as it fills. */
function trimFrom(pieces: readonly { text: string }[], pattern: RegExp): void {
  for (const piece of pieces) {
    piece.text = piece.text.replace(pattern, '');
    if (piece.text !== '') return;
  }
}
