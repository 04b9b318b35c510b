import { addDays, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { FilesService } from '../../src/files/files.service.ts';
import type { Group } from '../../src/groups/group.entity.ts';
import type { Api } from '../api.ts';
import type { Actor, MadeTown } from '../factory.ts';
import type { TestServer } from '../test-server.ts';
import type { CallerKind, Relation } from './reviewed-table.ts';

/** One town's people as the matrix needs them. */
export interface Staffed {
  readonly town: MadeTown;
  readonly group: Group;
  readonly otherGroup: Group;
  readonly admin: Actor;
  readonly approver: Actor;
  readonly committee: Actor;
  readonly leader: Actor;
  readonly member: Actor;
  readonly fellow: Actor;
  /** A member of the other group. */
  readonly stranger: Actor;
  /** Gets the theme on paper; one in each group. */
  readonly paperFellow: Actor;
  readonly paperStranger: Actor;
  readonly sentLesson: string;
  readonly draftLesson: string;
  readonly sentTheme: string;
}

/** Two towns with everybody in them, a theme of this week and one of three weeks ago, both sent. */
export class World {
  private constructor(
    readonly server: TestServer,
    readonly home: Staffed,
    readonly away: Staffed,
    readonly monday: string,
    /** A Monday whose check-ins come too late by now. */
    readonly oldMonday: string,
  ) {}

  static async build(server: TestServer, homeCode?: string): Promise<World> {
    const now = server.now();
    const monday = mondayOf(now);
    const oldMonday = addDays(monday, -21);
    const home = await staff(server, homeCode);
    const away = await staff(server);
    const sent = [];
    for (const people of [home, away]) sent.push({ ...people, ...(await sendThemes(server, people, [oldMonday, monday])) });
    server.at(now);
    return new World(server, sent[0] as Staffed, sent[1] as Staffed, monday, oldMonday);
  }

  /** A fresh login of the caller. */
  async api(caller: CallerKind): Promise<Api> {
    if (caller === 'anonymous') return this.server.api;
    if (caller === 'operator') return this.server.make.operator();
    return this.server.make.login(this.home[caller].member);
  }

  /** Who stands in that relation to the caller, with a fresh login. */
  async owner(caller: CallerKind, relation: Relation): Promise<Actor> {
    return this.server.make.anew(this.actor(caller, relation));
  }

  /** The staff of the town that the relation points into. */
  townOf(relation: Relation): Staffed {
    return relation === 'other town' ? this.away : this.home;
  }

  /** As if a lesson with this file had been sent. */
  async publishFile({ town }: Staffed, id: string): Promise<void> {
    await this.server.make.act(town, () => this.server.get(FilesService).publish(town.scope, [id]));
  }

  private actor(caller: CallerKind, relation: Relation): Actor {
    if (relation === 'other town') return this.away.member;
    if (relation === 'other group') return this.home.stranger;
    if (relation === 'same group' || caller === 'anonymous' || caller === 'operator') return this.home.fellow;
    return this.home[caller];
  }
}

async function staff({ make }: TestServer, code?: string) {
  const town = await make.town(code ? { code } : {});
  const group = await make.group(town);
  const otherGroup = await make.group(town);
  const one = (roles: ('leader' | 'approver' | 'committee' | 'admin')[] = [], groupId = group.id, paper = false) => make.actor({ town, groupId, roles, paper, remark: '高血压' });
  return {
    ...{ town, group, otherGroup },
    admin: await one(['admin']),
    approver: await one(['approver']),
    committee: await one(['committee']),
    leader: await one(['leader']),
    member: await one(),
    fellow: await one(),
    stranger: await one([], otherGroup.id),
    paperFellow: await one([], group.id, true),
    paperStranger: await one([], otherGroup.id, true),
  };
}

type Unsent = Awaited<ReturnType<typeof staff>>;

export const paragraph = (text: string) => ({ type: 'paragraph' as const, runs: [{ text }] });
export const lessonBody = (title: string) => ({ title, category: 'farming' as const, blocks: [paragraph('冬油菜要管好三件事。')] });

/** Plans each theme before its Monday, lets it be approved, and lets Monday come. */
async function sendThemes(server: TestServer, people: Unsent, mondays: readonly string[]): Promise<Pick<Staffed, 'sentLesson' | 'draftLesson' | 'sentTheme'>> {
  const { api } = people.admin;
  const { id: sentLesson } = await api.call('createLesson', { body: lessonBody('发过的课') });
  const { id: draftLesson } = await api.call('createLesson', { body: lessonBody('还没发的课') });
  let sentTheme = '';
  for (const monday of mondays) {
    server.at(`${addDays(monday, -1)}T12:00:00+08:00`);
    const theme = await api.call('createTheme', { body: { monday, title: '把饭碗端牢', lessonIds: [sentLesson] } });
    await api.call('submitTheme', { params: { id: theme.id } });
    await people.approver.api.call('approveTheme', { params: { id: theme.id } });
    server.at(`${monday}T08:00:30+08:00`);
    await server.runJob('theme-push');
    sentTheme = theme.id;
  }
  return { sentLesson, draftLesson, sentTheme };
}

export const newId = (): string => randomUUID();
