import type { Input } from '@weidangxiao/shared/contract/all.ts';
import type { SessionFormat, SessionKind } from '@weidangxiao/shared/rules/study-session.ts';
import { instantOn } from '@weidangxiao/shared/rules/study-session.ts';
import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';

interface Topic {
  readonly title: string;
  readonly format: SessionFormat;
  /** 讲了什么, as the close-out is prefilled. */
  readonly covered: string;
  readonly line: string;
  /** What somebody of the teachers' list teaches, or who it is in words. */
  readonly teacher: string | null;
  /** Where a discussion finds a gap, and what somebody is asked to do about it. */
  readonly gap?: string;
  readonly next?: string;
}

/** A venue or a teacher, as a plan names it. */
export interface Named {
  readonly id: string;
  readonly text: string;
}

/** Where the town can meet and who can teach. */
export interface Surroundings {
  /** By the index of the group. */
  readonly rooms: readonly Named[];
  readonly hall: Named | undefined;
  /** By the first thing that each teaches. */
  readonly teachers: ReadonlyMap<string, Named>;
}

const topics: Readonly<Record<SessionKind, readonly Topic[]>> = {
  night: [
    { title: '夜校：冬油菜田间管理', format: 'lecture', covered: '清沟排湿、查苗补苗、看苗追肥', line: '记住三件事：沟要清，苗要补，肥要看苗施。', teacher: '冬油菜' },
    { title: '夜校：手机卖橘子', format: 'hands_on', covered: '拍照、定价、打包、发货', line: '每人用手机上架了一箱，价钱自己算。', teacher: '手机卖橘子' },
    { title: '党史夜校：小岗村的手印', format: 'lecture', covered: '1978年的冬天，十八户人怎么下的决心', line: '敢试，也敢担，这是当年的两条。', teacher: '党史' },
    { title: '夜校：合同里的五条', format: 'lecture', covered: '流转合同要看的五条，签字前先念一遍', line: '三户人当场把家里的合同翻出来看了。', teacher: '合同五条' },
    { title: '夜校：拍一条自家的短视频', format: 'hands_on', covered: '横着拍、竖着拍，开头三秒', line: '八个人拍出来五条，选一条发到了群里。', teacher: '拍短视频' },
  ],
  group: [
    { title: '小组研讨：对照找差距', format: 'discussion', covered: '看了青石村的照片，说自己组里差什么', line: '一人说一条，记了九条，先办两条。', teacher: null, gap: '说得多，动手的少', next: '把桥头那一段沟清完' },
    { title: '小组研讨：村规民约怎么改', format: 'discussion', covered: '办酒、垃圾、红白事，逐条念逐条说', line: '办酒不超过十桌，大家举手过了。', teacher: '村规民约', gap: '规约贴了，外出的人没看到', next: '把新规约念一遍，录下来发到群里' },
    { title: '小组研讨：那块荒地种什么', format: 'discussion', covered: '算了三种种法的账', line: '先种两亩羊肚菌试试，账贴在墙上。', teacher: '羊肚菌', gap: '只会算种的账，没算卖的账', next: '到农旅园问清今年收购的价' },
  ],
  centralized: [
    { title: '集中学习：把饭碗端在自己手上', format: 'lecture', covered: '耕地红线和本镇的账', line: '全镇今年复耕一百二十亩，每组领了任务。', teacher: '镇党委书记' },
    { title: '集中学习：冬闲不闲', format: 'video', covered: '看片四十分钟，三个组上台说', line: '片子看完，三个组当场说了打算。', teacher: null },
  ],
  practice: [
    { title: '实践：帮五保户收红苕', format: 'hands_on', covered: '六户，一下午', line: '收了两千多斤，送到屋里码好。', teacher: null },
    { title: '实践：清沟日', format: 'hands_on', covered: '从堰口清到桥头，四百多米', line: '四百多米沟通了，下雨再去看一次。', teacher: null },
    { title: '实践：看农旅园', format: 'field_visit', covered: '看了路边花带、采摘园和收银台', line: '边角地也能变成风景，回去先弄村口那一块。', teacher: null },
  ],
};

/** After so many turns the next topic of a kind comes: what groups hold on the same evening differs, and so do their teachers. */
const turnsOfTopic: Readonly<Record<SessionKind, number>> = { night: 4, group: 6, centralized: 4, practice: 12 };
/** Day of the week counted from Monday, start and length in minutes. */
const times: Readonly<Record<SessionKind, readonly [day: number, time: string, minutes: number]>> = {
  night: [3, '19:30', 90],
  group: [4, '15:00', 60],
  centralized: [5, '09:00', 120],
  practice: [5, '14:00', 180],
};

export interface PlannedSession {
  /** Indexes of the groups that come. */
  readonly groups: readonly number[];
  readonly topic: Topic;
  readonly body: Omit<Input<'createStudySession'>['body'], 'expects'>;
}

/** As whom a session is planned and held. */
export const reachOf = ({ body }: PlannedSession): 'group' | 'town' => (body.kind === 'centralized' ? 'town' : 'group');

/** What the groups hold in the week of that Monday: every group about every other week, the whole town once a month. */
export function sessionsOfWeek(monday: string, week: number, around: Surroundings): PlannedSession[] {
  const all = [...around.rooms.keys()];
  const own = all.flatMap((group) => ((week + group) % 2 === 0 ? [plan(kindFor(week + group), monday, week + group, [group], around)] : []));
  return week % 4 === 3 ? [...own, plan('centralized', monday, week, all, around)] : own;
}

function kindFor(turn: number): SessionKind {
  if (turn % 12 === 6) return 'practice';
  return turn % 4 === 0 ? 'night' : 'group';
}

export function plan(kind: SessionKind, monday: string, turn: number, groups: readonly number[], around: Surroundings): PlannedSession {
  const [day, time, minutes] = times[kind];
  const startsAt = instantOn(addDays(monday, day), time);
  return planAt(kind, turn, groups, { startsAt, endsAt: startsAt + minutes * 60_000, monday }, around);
}

export function planAt(kind: SessionKind, turn: number, groups: readonly number[], { startsAt, endsAt, monday }: { startsAt: number; endsAt: number; monday: string }, around: Surroundings): PlannedSession {
  const list = topics[kind];
  const topic = list[Math.floor(turn / turnsOfTopic[kind]) % list.length] as Topic;
  const room = kind === 'centralized' ? around.hall : kind === 'practice' ? undefined : around.rooms[groups[0] ?? 0];
  const teacher = topic.teacher === null ? undefined : around.teachers.get(topic.teacher);
  const texts = { title: topic.title, agenda: topic.covered, placeText: room?.text ?? (kind === 'practice' ? '村口集合' : '院坝里'), teacherText: teacher?.text ?? topic.teacher };
  const ids = { venueId: room?.id ?? null, teacherId: teacher?.id ?? null };
  return { groups, topic, body: { clientId: randomUUID(), kind, format: topic.format, ...texts, ...ids, monday: kind === 'centralized' ? monday : null, startsAt, endsAt, despiteOverlap: true } };
}
