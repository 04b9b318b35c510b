import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { attended, type Mark, type RollStatus, settle } from '@weidangxiao/shared/rules/attendance.ts';
import type { OwnMark } from './marks';

export type SheetRow = Answer<'listAttendance'>['items'][number];

export interface SeenMark extends Mark {
  readonly capturedAt: number;
  /** null: made on this phone and not yet known to the server, or made by a rule. */
  readonly by: string | null;
  readonly own: boolean;
}

/** Somebody on the roll, as the server's marks and this phone's own settle together. */
export interface RollPerson {
  readonly memberId: string;
  readonly name: string;
  readonly paper: boolean;
  readonly guest: boolean;
  readonly status: AttendanceStatus | null;
  readonly differs: boolean;
  readonly standing: readonly SeenMark[];
}

export interface RollCounts {
  readonly expected: number;
  readonly present: number;
  readonly late: number;
  readonly left: number;
  readonly leave: number;
  readonly absent: number;
  readonly exempt: number;
  readonly unmarked: number;
  readonly differing: number;
}

export function countsOf(people: readonly RollPerson[]): RollCounts {
  const expected = people.filter(({ guest }) => !guest);
  const of = (...statuses: readonly (AttendanceStatus | null)[]) => expected.filter(({ status }) => statuses.includes(status)).length;
  return {
    expected: expected.length,
    present: of('present', 'made_up'),
    late: of('late'),
    left: of('left_early'),
    leave: of('leave'),
    absent: of('absent'),
    exempt: of('exempt'),
    unmarked: of(null),
    differing: people.filter(({ differs }) => differs).length,
  };
}

/** 应到11，到9，迟1，假1，缺0；早退和免学有才说 */
export function countsText({ expected, present, late, left, leave, absent, exempt, unmarked }: RollCounts): string {
  const rare = [left > 0 && `早退${left}`, exempt > 0 && `免${exempt}`, unmarked > 0 && `没点${unmarked}`].filter(Boolean);
  return [`应到${expected}`, `到${present}`, `迟${late}`, `假${leave}`, `缺${absent}`, ...rare].join('，');
}

export function wasThere({ status }: RollPerson): boolean {
  return attended(status);
}

/** A tap on a status: what the leader sees now is replaced by it; the same again takes it back. */
export function tapped({ status, differs, standing }: RollPerson, wanted: RollStatus): { status: RollStatus | null; over: string[] } {
  return { status: status === wanted && !differs ? null : wanted, over: standing.map(({ id }) => id) };
}

/** Everybody on the server's roll, and the guests whom this phone has marked since. */
export function peopleOf(rows: readonly SheetRow[], askedAt: number, marks: readonly OwnMark[]): readonly RollPerson[] {
  const known = new Set(rows.map(({ member }) => member.memberId));
  const names = new Map(marks.flatMap(({ memberId, guest, refused }) => (guest && refused === null && !known.has(memberId) ? [[memberId, guest] as const] : [])));
  const guests = [...names].map(([memberId, name]): SheetRow => ({ member: { memberId, name }, groupId: null, paper: false, guest: true, status: null, differs: false, standing: [], spoke: false }));
  return [...rows, ...guests].map((row) => settled(row, askedAt, marks));
}

export function settled({ member, paper, guest, standing }: SheetRow, askedAt: number, marks: readonly OwnMark[]): RollPerson {
  const theirs = standing.map((mark, at): SeenMark => ({ ...mark, order: at, over: [], by: mark.by?.name ?? null, own: false }));
  const mine = marks.filter((mark) => mark.memberId === member.memberId && mark.refused === null && (mark.sentAt === null || mark.sentAt > askedAt));
  // This phone's own come after all that it has received.
  const own = mine.map((mark, at): SeenMark => ({ ...mark, way: 'roll', order: standing.length + at, by: null, own: true }));
  return { memberId: member.memberId, name: member.name, paper, guest, ...settle([...theirs, ...own]) };
}
