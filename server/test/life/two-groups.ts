import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import type { RouteName } from '@weidangxiao/shared/routes/all.ts';
import { randomUUID } from 'node:crypto';
import type { Member } from '../../src/members/member.entity.ts';
import type { MadeTown } from '../factory.ts';
import { shanghai } from '../sessions.ts';
import type { TestServer } from '../test-server.ts';

type Status = 'present' | 'late' | 'left_early' | 'leave' | 'absent';
type Plan = Request<'createStudySession'>['body'];
type CloseOut = Request<'closeStudySession'>['body'];
type Theme = Pick<Request<'createTheme'>['body'], 'monday' | 'title'>;

/** Paper: no phone, signs and reads on paper. */
const roster = {
  qingshan: [{ name: '罗青山', leads: true }, { name: '林谷雨' }, { name: '何立夏' }, { name: '周小满', paper: true }, { name: '唐处暑' }, { name: '顾白露' }],
  hekou: [{ name: '冯河', leads: true }, { name: '沈霜降' }, { name: '韩立冬' }, { name: '许大雪', paper: true }],
} as const;
type GroupKey = keyof typeof roster;

/** A small town that lives by the calendar: whoever acts logs in at that moment, as people do after some days. */
export class TwoGroups {
  readonly groups = {} as Record<GroupKey, string>;
  private readonly people = new Map<string, Member>();

  private constructor(
    readonly server: TestServer,
    readonly town: MadeTown,
  ) {}

  static async in(server: TestServer): Promise<TwoGroups> {
    const town = new TwoGroups(server, await server.make.town());
    for (const key of Object.keys(roster) as GroupKey[]) {
      town.groups[key] = (await server.make.group(town.town, key === 'qingshan' ? '青山组' : '河口组')).id;
      for (const person of roster[key]) await town.join(person.name, town.groups[key], 'leads' in person ? ['leader'] : [], 'paper' in person);
    }
    await town.join('田镇办', null, ['admin', 'committee']);
    await town.join('宋宣委', null, ['approver']);
    return town;
  }

  get names(): string[] {
    return Object.values(roster).flatMap((people) => people.map(({ name }) => name));
  }

  id(name: string): string {
    const member = this.people.get(name);
    if (!member) throw new Error(`nobody is called ${name}`);
    return member.id;
  }

  /** Sets the clock to a day of November. */
  on(day: number, time: string): void {
    this.server.at(shanghai(date(day), time));
  }

  async call<Name extends RouteName>(who: string, name: Name, sent?: Partial<Request<Name>>): Promise<Answer<Name>> {
    return (await this.login(who)).call(name, sent);
  }

  /** The code of a refusal, or `ok`. */
  async codeOf<Name extends RouteName>(who: string, name: Name, sent?: Partial<Request<Name>>): Promise<string> {
    return (await this.login(who)).codeOf(name, sent);
  }

  async newsOf(who: string): Promise<string[]> {
    return (await this.call(who, 'listNotices', { query: { page: 1, pageSize: 100 } })).items.map(({ title, text }) => `${title}：${text}`);
  }

  /** Answers its id. */
  async plan(who: string, day: number, [from, to]: readonly [string, string], plan: Pick<Plan, 'kind' | 'title' | 'expects'> & Partial<Plan>): Promise<string> {
    const times = { startsAt: shanghai(date(day), from), endsAt: shanghai(date(day), to) };
    return (await this.call(who, 'createStudySession', { body: { clientId: randomUUID(), format: 'lecture', ...times, ...plan } as Plan })).id;
  }

  async roll(who: string, id: string, statuses: Readonly<Record<string, Status>>): Promise<void> {
    const marks = Object.entries(statuses).map(([name, status]) => ({ id: randomUUID(), memberId: this.id(name), status, capturedAt: this.server.now(), over: [] }));
    await this.call(who, 'markAttendance', { params: { id }, body: { marks } });
  }

  close(who: string, id: string, hours: string, more: Partial<CloseOut> = {}): Promise<Answer<'closeStudySession'>> {
    const body = { clientId: randomUUID(), line: { kind: 'text', text: '讲完了，也问过了' }, hours, spoke: [], photos: [], ...more } as CloseOut;
    return this.call(who, 'closeStudySession', { params: { id }, body });
  }

  /** Who stands how on the roll, by name; null is unmarked. */
  async standing(id: string): Promise<Record<string, string | null>> {
    const { items } = await this.call('田镇办', 'listAttendance', { params: { id } });
    return Object.fromEntries(items.map(({ member, status }) => [member.name, status]));
  }

  async theme({ monday, title }: Theme): Promise<void> {
    const blocks = [{ type: 'paragraph' as const, runs: [{ text: '清沟、追肥、防冻。' }] }];
    const lesson = await this.call('田镇办', 'createLesson', { body: { title: `${title}：一课`, category: 'farming', blocks } });
    const { id } = await this.call('田镇办', 'createTheme', { body: { monday, title, lessonIds: [lesson.id] } });
    await this.call('田镇办', 'submitTheme', { params: { id } });
    await this.call('宋宣委', 'approveTheme', { params: { id } });
  }

  private async join(name: string, groupId: string | null, roles: ('leader' | 'admin' | 'committee' | 'approver')[], paper = false): Promise<void> {
    const member = await this.server.make.member({ town: this.town, name, groupId, roles, ...(paper && { paper, phone: null }) });
    this.people.set(name, member);
  }

  private login(who: string) {
    const member = this.people.get(who);
    if (!member) throw new Error(`nobody is called ${who}`);
    return this.server.make.login(member);
  }
}

/** A day of November 2026. */
export const date = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;
