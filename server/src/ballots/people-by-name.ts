import { byName } from '@weidangxiao/shared/rules/name-order.ts';

interface Person {
  readonly name: string;
  readonly memberId: string;
}

/** As people look for a name in a list; never in the order in which they came. */
export function peopleByName(one: Person, other: Person): number {
  return byName(one.name, other.name) || (one.memberId < other.memberId ? -1 : 1);
}
