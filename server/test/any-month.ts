import fc from 'fast-check';
import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { SessionKind } from '@weidangxiao/shared/rules/study-session.ts';
import { earnedHours } from '@weidangxiao/shared/rules/study-hours.ts';
import { addDays, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { AttendanceRow } from '../src/attendance/attendance-row.entity.ts';
import { CheckIn, type CheckInState } from '../src/check-ins/check-in.entity.ts';
import { Exemption } from '../src/exemptions/exemption.entity.ts';
import { Member, type MemberState } from '../src/members/member.entity.ts';
import { Membership } from '../src/members/membership.entity.ts';
import { Database } from '../src/platform/database/database.ts';
import { Reflection } from '../src/reflections/reflection.entity.ts';
import type { MadeTown } from './factory.ts';
import type { TestServer } from './test-server.ts';

/** Somebody's records as they may lie in the tables; days count from a first date. */
export interface AnyPerson {
  readonly state: MemberState;
  /** Days on which somebody came into a group, in order; the second one is a move. */
  readonly moves: readonly number[];
  /** Left on that day, after the last move. */
  readonly left: number | null;
  readonly exempt: readonly { readonly from: number; readonly days: number }[];
  readonly attended: readonly { readonly session: number; readonly status: AttendanceStatus | null; readonly guest: boolean; readonly spoke: boolean }[];
  readonly checkIns: readonly { readonly monday: number; readonly state: CheckInState }[];
  readonly notes: readonly { readonly day: number; readonly state: 'published' | 'in_review' | 'returned' }[];
}

export interface AnySession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly date: string;
  /** Hundredths of study hours; none unless told. */
  readonly hours?: number;
}

const statuses = ['present', 'made_up', 'late', 'left_early', 'leave', 'absent', 'exempt', null] as const;
const few = <T>(one: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> => fc.array(one, { maxLength: most });

/** @param days how many; @param sessions how many there are to be at; @param mondays how many */
export function anyPerson({ days, sessions, mondays }: { days: number; sessions: number; mondays: number }): fc.Arbitrary<AnyPerson> {
  const day = fc.nat(days - 1);
  return fc.record({
    state: fc.constantFrom<MemberState>('active', 'active', 'transferred_out'),
    moves: fc.uniqueArray(day, { maxLength: 3 }).map((all) => all.sort((a, b) => a - b)),
    left: fc.option(fc.nat(20), { nil: null }),
    exempt: few(fc.record({ from: day, days: fc.nat(70) }), 2),
    attended: fc.uniqueArray(fc.record({ session: fc.nat(sessions - 1), status: fc.constantFrom(...statuses), guest: fc.boolean(), spoke: fc.boolean() }), { selector: ({ session }) => session, maxLength: sessions }),
    checkIns: fc.uniqueArray(fc.record({ monday: fc.nat(mondays - 1), state: fc.constantFrom<CheckInState>('counts', 'late', 'refused') }), { selector: ({ monday }) => monday, maxLength: mondays }),
    notes: few(fc.record({ day, state: fc.constantFrom('published' as const, 'in_review' as const, 'returned' as const) }), 3),
  });
}

/** Writes people of a town with their records; answers their ids. */
export class AnyMonth {
  constructor(
    private readonly server: TestServer,
    private readonly town: MadeTown,
    private readonly given: { readonly firstDay: string; readonly groupIds: readonly string[]; readonly sessions: readonly AnySession[]; readonly mondays: readonly string[] },
  ) {}

  /** @param left true: their records lie there, but nobody of them is on any roll, as of those far away from a chunk of members */
  async write(people: readonly AnyPerson[], left = false): Promise<string[]> {
    const ids = people.map(() => randomUUID());
    const each = <Row>(of: (person: AnyPerson, memberId: string) => Row[]): Row[] => people.flatMap((person, at) => of(person, ids[at] ?? ''));
    await this.server.make.act(this.town, async () => {
      if (!left) await this.insert(Member, each((person, id) => [this.member(person, id)]));
      await this.insert(Membership, each((person, memberId) => this.memberships(person, memberId)));
      await this.insert(Exemption, each((person, memberId) => this.exemptions(person, memberId)));
      await this.insert(AttendanceRow, each((person, memberId) => this.rows(person, memberId)));
      await this.insert(CheckIn, each((person, memberId) => this.checkIns(person, memberId)));
      await this.insert(Reflection, each((person, memberId) => this.reflections(person, memberId)));
    });
    return ids;
  }

  private day(at: number): string {
    return addDays(this.given.firstDay, at);
  }

  private groupAt(at: number): string | null {
    return at < 0 ? null : (this.given.groupIds[at % this.given.groupIds.length] ?? null);
  }

  private member({ state, moves }: AnyPerson, id: string): Member {
    const none = { gender: null, phoneCipher: null, phoneIndex: null, duty: null, joinedOn: null, remarkCipher: null, stateReason: null };
    return { ...none, townId: this.town.id, id, name: '学员', groupId: this.groupAt(moves.length - 1), phoneShared: false, tags: [], paper: false, state, stateOn: null, createdAt: 0, updatedAt: 0 };
  }

  private memberships({ moves, left }: AnyPerson, memberId: string): Membership[] {
    return moves.map((from, at) => {
      const next = moves[at + 1];
      const ends = next === undefined ? left : next - from - 1;
      return { townId: this.town.id, id: randomUUID(), memberId, groupId: this.groupAt(at) ?? '', fromDate: this.day(from), toDate: ends === null ? null : this.day(from + ends) };
    });
  }

  private exemptions({ exempt }: AnyPerson, memberId: string): Exemption[] {
    return exempt.map(({ from, days }) => {
      const toDate = this.day(from + days);
      return { townId: this.town.id, id: randomUUID(), memberId, groupId: null, fromDate: this.day(from), toDate, plannedTo: toDate, causeCipher: '', clientId: randomUUID(), createdAt: 0, createdBy: memberId, endedAt: null, endedBy: null, endWhy: null, settled: 0 };
    });
  }

  private rows({ attended }: AnyPerson, memberId: string): AttendanceRow[] {
    return attended.flatMap(({ session, status, guest, spoke }) => {
      const at = this.given.sessions[session];
      return at ? [{ townId: this.town.id, sessionId: at.id, memberId, groupId: null, date: at.date, kind: at.kind, status, way: 'roll' as const, markedBy: null, differs: false, guest, spoke, hours: earnedHours(at.hours ?? 0, status) }] : [];
    });
  }

  private checkIns({ checkIns }: AnyPerson, memberId: string): CheckIn[] {
    const none = { takeawayCipher: null, voiceFileId: null, voiceSeconds: null, decidedAt: null, decidedBy: null, decisionReason: null };
    return checkIns.flatMap(({ monday: at, state }) => {
      const monday = this.given.mondays[at];
      return monday ? [{ ...none, townId: this.town.id, id: randomUUID(), memberId, monday, heldMonday: state === 'refused' ? null : monday, state, kind: 'text' as const, clientId: randomUUID(), enteredBy: memberId, capturedAt: startOf(monday), receivedAt: startOf(monday) }] : [];
    });
  }

  private reflections({ notes }: AnyPerson, authorId: string): Reflection[] {
    return notes.map(({ day, state }) => {
      const at = startOf(this.day(day));
      return { townId: this.town.id, id: randomUUID(), authorId, groupId: null, clientId: randomUUID(), kind: 'personal' as const, state, title: '田里的账', paragraphs: [], pictures: [], monday: null, firstDigest: '', revision: 1, machineCheck: 'pass' as const, createdAt: at, submittedAt: at, reviewedAt: null, reviewedBy: null, returnedReason: null, publishedAt: null, movedAt: at };
    });
  }

  private async insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, rows: readonly Row[]): Promise<void> {
    for (let at = 0; at < rows.length; at += 200) await this.server.get(Database).rows(entity).insert(rows.slice(at, at + 200) as never);
  }
}
