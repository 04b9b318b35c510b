import type { Group } from './use-groups.ts';

const digits = '零一二三四五六七八九';

/** First group, second group … tenth, eleventh; names without a number come after, in the order of the dictionary. */
export function inOrder(groups: readonly Group[]): Group[] {
  const rank = ({ name }: Group): number => numberIn(name) ?? Number.POSITIVE_INFINITY;
  return [...groups].sort((one, other) => (rank(one) === rank(other) ? one.name.localeCompare(other.name, 'zh-CN') : rank(one) - rank(other)));
}

/** The first number in a name, written 十二 or 12; null without one. */
function numberIn(name: string): number | null {
  const arabic = /\d+/.exec(name);
  if (arabic) return Number(arabic[0]);
  const chinese = /([一二三四五六七八九])?(十)?([一二三四五六七八九])?/g;
  for (const [whole, tens, ten, ones] of name.matchAll(chinese)) {
    if (!whole) continue;
    if (!ten) return digits.indexOf(tens ?? '');
    return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
  }
  return null;
}
