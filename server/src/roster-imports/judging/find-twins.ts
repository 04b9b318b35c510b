import { compact } from '../../platform/xlsx/tidy.ts';
import { grouped } from './grouped.ts';
import type { Candidate, GroupRef } from './judgement.ts';

/** Rows of the sheet that speak of one phone, or of one person, twice. The first one stands, the others are asked about. */
export function findTwins(rows: readonly Candidate[]): void {
  const present = rows.filter(({ correction }) => !correction.skip);
  for (const twins of severals(present, ({ phone }) => phone)) samePhone(twins);
  for (const twins of severals(present, ({ name }) => name && compact(name))) samePerson(twins);
}

function severals(rows: readonly Candidate[], keyOf: (row: Candidate) => string | null): Candidate[][] {
  return [...grouped(rows, keyOf).values()].filter(({ length }) => length > 1);
}

/** Somebody whom the town already knows under this phone has the better claim to it. */
function samePhone(twins: readonly Candidate[]): void {
  const owner = twins.find(({ member, phone }) => member?.phone === phone) ?? twins[0];
  for (const row of twins) {
    if (row === owner || !owner || isConfirmed(row)) continue;
    const isSamePerson = row.name !== null && row.name === owner.name && row.correction.person !== 'new';
    row.faults.push({ code: isSamePerson ? 'PERSON_TWICE' : 'PHONE_TWICE', words: placeOf(owner, row) });
  }
}

/** The sheet is told where it is another one. */
export function placeOf({ entry }: Candidate, from: Candidate): { sheet: string; row: number } {
  return { sheet: entry.sheet !== null && entry.sheet !== from.entry.sheet ? `“${entry.sheet}”` : '', row: entry.row };
}

function isConfirmed({ correction, member, phone }: Candidate): boolean {
  return Boolean(correction.sharedPhone) || (member !== null && member.phone === phone && member.phoneShared);
}

/** One name twice in a group is two people when both have phones; without one it may be the same person. */
function samePerson(twins: readonly Candidate[]): void {
  twins.forEach((row, at) => {
    if (row.correction.person === 'new' || row.faults.some(({ code }) => code === 'PERSON_TWICE')) return;
    const earlier = twins.slice(0, at).find((other) => isSameGroup(other.group, row.group) && (other.phone === null || row.phone === null) && !(other.member && row.member));
    if (earlier) row.faults.push({ code: 'PERSON_TWICE', words: placeOf(earlier, row) });
  });
}

function isSameGroup(one: GroupRef, other: GroupRef): boolean {
  if (one.kind === 'known') return other.kind === 'known' && one.id === other.id;
  if (one.kind === 'none' || other.kind === 'none' || other.kind === 'known') return false;
  return one.key === other.key;
}
