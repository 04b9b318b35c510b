import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from './factory.ts';
import type { TestServer } from './test-server.ts';

export type SessionAnswer = Answer<'getStudySession'>;
type Plan = Request<'createStudySession'>['body'];
type CloseOut = Request<'closeStudySession'>['body'];

/** 19:30 of a day in Shanghai, as an instant. */
export const shanghai = (date: string, time = '19:30'): number => Date.parse(`${date}T${time}:00+08:00`);

/** A town with one group, its leader, members and an admin, and the sessions that a test needs. */
export class Meeting {
  private constructor(
    readonly server: TestServer,
    readonly town: MadeTown,
    readonly admin: Actor,
    readonly leader: Actor,
    readonly members: readonly Actor[],
  ) {}

  static async in(server: TestServer, people = 3): Promise<Meeting> {
    const town = await server.make.town();
    const admin = await server.make.actor({ town, roles: ['admin'] });
    const leader = await server.make.actor({ town, roles: ['leader'], name: '罗组长' });
    const members: Actor[] = [];
    for (let at = 0; at < people; at += 1) members.push(await server.make.actor({ town, groupId: leader.member.groupId, name: `组员${'甲乙丙丁戊己庚辛壬癸'[at] ?? at}` }));
    return new Meeting(server, town, admin, leader, members);
  }

  /** The same people some time later, when their logins have ended. */
  async later(at: string | number): Promise<Meeting> {
    this.server.at(at);
    const anew = (actor: Actor): Promise<Actor> => this.server.make.anew(actor);
    return new Meeting(this.server, this.town, await anew(this.admin), await anew(this.leader), await Promise.all(this.members.map(anew)));
  }

  get groupId(): string {
    return this.leader.member.groupId ?? '';
  }

  member(at: number): Actor {
    const member = this.members[at];
    if (!member) throw new Error(`no member ${at}`);
    return member;
  }

  plan(more: Partial<Plan> = {}): { body: Plan } {
    const startsAt = more.startsAt ?? shanghai('2026-11-24');
    const expects = { kind: 'groups' as const, groupIds: [this.groupId] };
    return { body: { clientId: randomUUID(), kind: 'night', format: 'lecture', title: '冬油菜田间管理', startsAt, endsAt: startsAt + 90 * 60_000, expects, ...more } };
  }

  /** By the leader, for tonight unless told. */
  session(more: Partial<Plan> = {}): Promise<SessionAnswer> {
    return this.leader.api.call('createStudySession', this.plan(more));
  }

  async opened(more: Partial<Plan> = {}): Promise<SessionAnswer> {
    const { id } = await this.session(more);
    return this.leader.api.call('openStudySession', { params: { id } });
  }

  mark(memberId: string, status: Answer<'listAttendance'>['items'][number]['status'], more: { id?: string; over?: string[]; capturedAt?: number } = {}) {
    return { id: randomUUID(), memberId, status: status as 'present', capturedAt: this.server.now(), over: [], ...more };
  }

  async roll(id: string, by: Actor = this.leader): Promise<Map<string, Answer<'listAttendance'>['items'][number]>> {
    const { items } = await by.api.call('listAttendance', { params: { id } });
    return new Map(items.map((row) => [row.member.memberId, row]));
  }

  closing(more: Partial<CloseOut> = {}): CloseOut {
    return { clientId: randomUUID(), line: { kind: 'text', text: '清沟排湿，查苗补苗' }, hours: '1.5', ...more };
  }

  async closed(more: Partial<CloseOut> = {}, plan: Partial<Plan> = {}): Promise<SessionAnswer> {
    const { id, endsAt } = await this.opened(plan);
    this.server.at(endsAt);
    return this.leader.api.call('closeStudySession', { params: { id }, body: this.closing(more) });
  }

  async noticesOf({ api }: Actor): Promise<string[]> {
    return (await api.call('listNotices', { query: { pageSize: 100 } })).items.map(({ title, text }) => `${title}：${text}`);
  }
}
