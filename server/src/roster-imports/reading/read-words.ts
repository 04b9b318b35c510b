import type { tags } from '@weidangxiao/shared/contract/members.ts';
import { compact, oneLine, saysNothing } from '../../platform/xlsx/tidy.ts';

export type Tag = (typeof tags)[number];
export type Gender = 'male' | 'female';

/** The first pattern that fits a word counts: 非党员 is no 党员. */
const tagWords: readonly (readonly [RegExp, Tag])[] = [
  [/非(中共)?党员|群众|村民|居民|农民|^villager$/, 'villager'],
  [/党员|^party_member$/, 'party_member'],
  [/后备|^reserve$/, 'reserve'],
  [/致富|带头人|能人|大户|^rich_leader$/, 'rich_leader'],
  [/干部|两委|^cadre$/, 'cadre'],
];

/** '党员、后备力量' -> both tags; words that mean none of ours are named. */
export function readTags(text: string): { tags: Tag[]; unknown: string[] } {
  const words = saysNothing(text) ? [] : text.normalize('NFKC').split(/[、,;/\\|+\s]+|(?<=\S)和(?=\S)/).filter((word) => word !== '');
  const read = words.map((word) => ({ word, tag: tagWords.find(([pattern]) => pattern.test(word))?.[1] }));
  const unknown = read.filter(({ tag }) => !tag).map(({ word }) => word);
  return { tags: [...new Set(read.flatMap(({ tag }) => tag ?? []))], unknown };
}

export function readGender(text: string): { gender: Gender | null; known: boolean } {
  const word = compact(text).toLowerCase();
  if (/^(男|男性|男士|m|male|♂)$/.test(word)) return { gender: 'male', known: true };
  if (/^(女|女性|女士|f|female|♀)$/.test(word)) return { gender: 'female', known: true };
  return { gender: null, known: saysNothing(text) };
}

/** Duty and remark are kept as they are written. */
export function readText(text: string): string | null {
  return saysNothing(text) ? null : oneLine(text);
}

/** 职务 is only ever offered as a role, and only the one that it clearly names. */
export function offeredRole(duty: string | null): 'leader' | null {
  return duty && /组长/.test(duty) && !/副组长|原组长|前任/.test(duty) ? 'leader' : null;
}
