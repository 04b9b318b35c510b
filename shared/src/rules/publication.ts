export const publicationKinds = ['month', 'year'] as const;
export type PublicationKind = (typeof publicationKinds)[number];

/** What keeps a month from being published, in the order in which people meet it. */
export const publishObstacles = ['not_yet', 'not_scored', 'untalked', 'published'] as const;
export type PublishObstacle = (typeof publishObstacles)[number];

/** Without letters and digits that are read as each other. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;

/** Twelve characters of an alphabet that survives being read aloud: 59 bits. @param random one number of 0…255 for each, more where some are refused */
export function publicationCode(random: Iterable<number>): string {
  const fair = 256 - (256 % alphabet.length);
  const letters: string[] = [];
  for (const byte of random) {
    if (byte >= fair) continue;
    letters.push(alphabet[byte % alphabet.length] ?? '');
    if (letters.length === codeLength) return letters.join('');
  }
  throw new Error('there were not enough random numbers');
}

/** As it is printed: ABCD-EFGH-JKMN. */
export function codeInPrint(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Where a code is looked up, without a login: a page of the phone that any browser opens. */
export function verifyPath(code: string): string {
  return `/packages/town/verify/index?code=${code.replaceAll('-', '')}`;
}

/** The code that somebody typed: any case, full width, with or without dashes. Null for what cannot be one. */
export function typedCode(typed: string): string | null {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s\-—–]/g, '');
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}
