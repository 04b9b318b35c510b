import { rosterFaults } from '@weidangxiao/shared/rules/roster-fault.ts';
import { compact } from '../../platform/xlsx/tidy.ts';
import { placeOf } from './find-twins.ts';
import { grouped } from './grouped.ts';
import type { Candidate, TownPerson, TownPicture } from './judgement.ts';

/**
 * Finds for each row the person of the town whom it speaks of: by an answer that was given, by phone and name, then
 * by name and group with a question. Nobody is found twice.
 */
export function recognise(rows: readonly Candidate[], town: TownPicture): void {
  const search = new Search(rows, town);
  for (const row of rows) search.byAnswer(row);
  for (const row of rows) search.byPhone(row);
  for (const row of rows) search.byName(row);
  for (const row of rows) search.elsewhere(row);
}

class Search {
  private readonly taken = new Map<string, Candidate>();
  private readonly people: ReadonlyMap<string, TownPerson>;
  private readonly ofPhone: ReadonlyMap<string, TownPerson[]>;
  private readonly ofName: ReadonlyMap<string, TownPerson[]>;
  private readonly firstOfPhone = new Map<string, Candidate>();
  private readonly groupNames: ReadonlyMap<string, string>;

  constructor(rows: readonly Candidate[], private readonly town: TownPicture) {
    this.people = new Map(town.people.map((person) => [person.id, person]));
    this.ofPhone = grouped(town.people, ({ phone }) => phone);
    this.ofName = grouped(town.people, ({ name }) => compact(name));
    this.groupNames = new Map(town.groups.map(({ id, name }) => [id, name]));
    for (const row of rows) if (row.phone !== null && !this.firstOfPhone.has(row.phone)) this.firstOfPhone.set(row.phone, row);
  }

  byAnswer(row: Candidate): void {
    const { person } = row.correction;
    const member = person && person !== 'new' ? this.people.get(person) : undefined;
    if (!member) return;
    const other = this.taken.get(member.id);
    if (other) row.faults.push({ code: 'PERSON_TWICE', words: placeOf(other, row) });
    else this.take(row, member);
  }

  byPhone(row: Candidate): void {
    if (this.isSettled(row) || row.phone === null || row.name === null) return;
    const same = this.withPhone(row).find(({ id, name }) => isSame(name, row.name) && !this.taken.has(id));
    if (same) this.take(row, same);
  }

  byName(row: Candidate): void {
    if (row.name === null) return;
    this.askAboutPhone(row);
    if (this.isSettled(row) || row.group.kind !== 'known') return;
    const { id } = row.group;
    const namesakes = this.namesakes(row).filter(({ groupId }) => groupId === id);
    const [first] = namesakes;
    if (!first) return;
    if (hasUnreadablePhone(row)) return void row.mentions.add(first.id);
    const sure = row.phone === null ? (namesakes.find((person) => person.joinedOn === row.joinedOn) ?? (namesakes.length === 1 ? first : undefined)) : undefined;
    if (sure) this.take(row, sure);
    else row.mentions.add(first.id);
    row.faults.push({ code: sure ? 'SAME_NAME_KEPT' : 'SAME_NAME', words: { group: row.group.name }, memberId: first.id });
  }

  /** Somebody of that name in another group whom no row speaks of; or somebody who left. */
  elsewhere(row: Candidate): void {
    if (this.isSettled(row) || row.name === null || row.mentions.size > 0) return;
    const [other] = this.namesakes(row);
    const gone = this.town.gone.find((person) => isSame(person.name, row.name) && this.isLikely(person, row));
    if (gone) row.faults.push({ code: 'MEMBER_GONE', words: { state: gone.state === 'closed' ? '不在册' : '转出' } });
    else if (other) row.faults.push({ code: 'SAME_NAME_ELSEWHERE', words: { group: this.groupNames.get(other.groupId ?? '') ?? '镇里' }, memberId: other.id });
  }

  /** Once is enough: of two rows with one phone only the first is asked about. */
  private askAboutPhone(row: Candidate): void {
    if (row.phone === null || row.correction.sharedPhone || this.firstOfPhone.get(row.phone) !== row) return;
    const [other] = this.withPhone(row);
    if (!other || row.member?.phone === row.phone) return;
    row.mentions.add(other.id);
    row.faults.push({ code: 'PHONE_OTHER_NAME', words: { name: other.name }, memberId: other.id });
  }

  private isLikely(gone: { phone: string | null; groupId: string | null }, row: Candidate): boolean {
    if (gone.phone !== null && row.phone !== null) return gone.phone === row.phone;
    return row.group.kind === 'known' && gone.groupId === row.group.id;
  }

  private withPhone(row: Candidate): readonly TownPerson[] {
    return (row.phone !== null && this.ofPhone.get(row.phone)) || [];
  }

  private namesakes(row: Candidate): TownPerson[] {
    return (this.ofName.get(compact(row.name ?? '')) ?? []).filter(({ id }) => !this.taken.has(id));
  }

  private isSettled(row: Candidate): boolean {
    return row.member !== null || row.correction.person === 'new';
  }

  private take(row: Candidate, member: TownPerson): void {
    row.member = member;
    this.taken.set(member.id, row);
  }
}

/** Who it is shows once the phone is mended. */
function hasUnreadablePhone({ faults }: Candidate): boolean {
  return faults.some(({ code }) => rosterFaults[code].field === 'phone' && rosterFaults[code].severity === 'refuses');
}

function isSame(name: string, other: string | null): boolean {
  return other !== null && compact(name) === compact(other);
}
