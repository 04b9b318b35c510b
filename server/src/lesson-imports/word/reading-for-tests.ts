import { wordDocument, type WordParts } from '../../../test/word-document.ts';
import type { WordBlock } from './draft.ts';
import { readWord } from './read-word.ts';

export interface Reading {
  readonly title: string | null;
  readonly blocks: readonly WordBlock[];
  /** How often what is lost, by its code. */
  readonly lost: Readonly<Record<string, number>>;
  readonly messages: readonly string[];
}

export async function read(parts: WordParts): Promise<Reading> {
  const { title, blocks, warnings } = await readWord(wordDocument(parts));
  const list = warnings.list();
  return { title, blocks, lost: Object.fromEntries(list.map(({ code, count }) => [code, count])), messages: list.map(({ message }) => message) };
}

/** A plain paragraph, as blocks have it. */
export const plain = (text: string): WordBlock => ({ type: 'paragraph', runs: [{ text }] });
