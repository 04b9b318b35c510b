import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import type { Unrung } from './push-words.ts';

/** Those of no group come last. */
export function inOrder(people: readonly Unrung[], groups: readonly string[]): Unrung[] {
  const places = new Map(groups.map((name, at) => [name, at]));
  const place = ({ groupName }: Unrung): number => places.get(groupName ?? '') ?? groups.length;
  return [...people].sort((one, other) => place(one) - place(other) || byName(one.member.name, other.member.name));
}
