import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { pageCodeOf } from '@weidangxiao/shared/rules/sign-in.ts';
import { hoursText } from '@weidangxiao/shared/rules/study-hours.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import type { SessionAction } from './session-action.entity.ts';
import type { SessionChange } from './session-change.entity.ts';
import { SessionExpectationService } from './session-expectation.service.ts';
import type { SessionGroup } from './session-group.entity.ts';
import { SessionRecordsRepository } from './session-records.repository.ts';
import type { StudySession } from './study-session.entity.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';

export type SessionView = Answer<'listStudySessions'>['items'][number];
export type SessionDetail = Answer<'getStudySession'>;
export type ActionView = SessionDetail['actions'][number];
type Names = ReadonlyMap<string, string>;
type People = ReadonlyMap<string, Person>;

/** More than anybody looks at before a session begins. */
const mostCarried = 50;

/** Sessions as people read them. Who was absent is in none of this; a correction of somebody's attendance is for the leader alone. */
@Injectable()
export class SessionViews {
  constructor(
    private readonly sessions: StudySessionsRepository,
    private readonly records: SessionRecordsRepository,
    private readonly expectation: SessionExpectationService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  async all(scope: TownScope, sessions: readonly StudySession[]): Promise<SessionView[]> {
    const names = await this.groups.names(scope);
    const groups = await this.sessions.groupsOf(scope, sessions.map(({ id }) => id));
    const people = await this.members.people(scope, sessions.flatMap(({ cancelledBy, closedBy }) => [cancelledBy, closedBy]));
    return sessions.map((session) => viewOf(session, groups.filter(({ sessionId }) => sessionId === session.id), names, people));
  }

  async detail(scope: PersonScope, session: StudySession): Promise<SessionDetail> {
    const [view] = await this.all(scope, [session]);
    if (!view) throw new Error('a session was lost on its way out');
    const groupIds = view.expected.groups.map(({ id }) => id);
    const leads = await this.leads(scope, session);
    const carried = leads || (scope.groupId && groupIds.includes(scope.groupId)) ? await this.carried(scope, session, groupIds) : [];
    const changes = await this.records.changes(scope, session.id);
    const people = await this.members.people(scope, [session.createdBy, session.openedBy, ...session.spoke, ...changes.flatMap((change) => [change.changedBy, ...change.lines.map(({ memberId }) => memberId ?? null)])]);
    return {
      ...view,
      createdBy: personOf(people, session.createdBy),
      opened: session.openedAt && session.openedBy ? { at: session.openedAt, by: personOf(people, session.openedBy) } : null,
      expectedCount: session.expectedCount ?? (await this.expectation.people(scope, session)).length,
      pageCode: pageCodeOf(session.id),
      record: recordOf(session, people),
      actions: await this.actionsOf(scope, session.id),
      carried: await this.actions(scope, carried),
      changes: changes.map((change) => changeOf(change, people, leads)).filter(({ lines, kind }) => lines.length > 0 || kind === 'correction'),
    };
  }

  async actionsOf(scope: TownScope, sessionId: string): Promise<ActionView[]> {
    return this.actions(scope, await this.records.actionsOf(scope, sessionId));
  }

  async actions(scope: TownScope, actions: readonly SessionAction[]): Promise<ActionView[]> {
    if (actions.length === 0) return [];
    const names = await this.groups.names(scope);
    const people = await this.members.people(scope, actions.flatMap(({ memberId, doneBy }) => [memberId, doneBy]));
    return actions.map(({ id, sessionId, groupId, text, memberId, due, createdAt, doneAt, doneBy, doneNote }) => ({
      ...{ id, sessionId, text, due, createdAt },
      group: groupId ? { id: groupId, name: names.get(groupId) ?? '' } : null,
      member: personOf(people, memberId),
      done: doneAt && doneBy ? { at: doneAt, by: personOf(people, doneBy), note: doneNote } : null,
    }));
  }

  private async carried(scope: PersonScope, session: StudySession, groupIds: readonly string[]): Promise<SessionAction[]> {
    if (session.state === 'closed' || session.state === 'cancelled') return [];
    return this.records.openOfGroups(scope, groupIds, mostCarried);
  }

  /** Whoever may act on it; asked of the roles, since everybody of the town may read a session. */
  private async leads(scope: PersonScope, { groupId }: StudySession): Promise<boolean> {
    const { roles, leads } = await this.roles.heldBy(scope, scope.memberId);
    return roles.includes('admin') || (groupId !== null && leads.includes(groupId));
  }
}

/** Somebody whose row is gone is still somebody. */
export function personOf(people: People, memberId: string): Person {
  return people.get(memberId) ?? { memberId, name: '' };
}

function viewOf(session: StudySession, groups: readonly SessionGroup[], names: Names, people: People): SessionView {
  const { id, kind, format, state, title, date, startsAt, endsAt, monday, agenda, number, seriesId, groupId, expectedCount, attendedCount } = session;
  const named = (groupOf: string) => ({ id: groupOf, name: names.get(groupOf) ?? '' });
  return {
    ...{ id, kind, format, state, title, date, startsAt, endsAt, monday, agenda, number, seriesId },
    place: { venueId: session.venueId, text: session.placeText },
    teacher: { teacherId: session.teacherId, text: session.teacherText },
    group: groupId ? named(groupId) : null,
    expected: { kind: session.expectKind, tag: session.expectTag, groups: groups.map((group) => named(group.groupId)) },
    hours: hoursText(session.hours),
    groupNumbers: groups.flatMap((group) => (group.number === null ? [] : [{ groupId: group.groupId, number: group.number }])),
    counts: expectedCount === null || attendedCount === null ? null : { expected: expectedCount, attended: attendedCount },
    cancelled: session.cancelledAt && session.cancelledBy ? { at: session.cancelledAt, by: personOf(people, session.cancelledBy), reason: session.cancelReason ?? '' } : null,
    closed: session.closedAt && session.closedBy ? { at: session.closedAt, by: personOf(people, session.closedBy) } : null,
  };
}

function recordOf({ state, recordText, recordFileId, recordSeconds, covered, gap, photos, spoke }: StudySession, people: People): SessionDetail['record'] {
  if (state !== 'closed') return null;
  const voice = recordFileId && recordSeconds ? { fileId: recordFileId, seconds: recordSeconds } : null;
  return { text: recordText, voice, covered, gap, photos, spoke: spoke.map((memberId) => personOf(people, memberId)) };
}

function changeOf({ id, kind, at, changedBy, why, lines }: SessionChange, people: People, leads: boolean): SessionDetail['changes'][number] {
  const shown = leads ? lines : lines.filter(({ memberId }) => memberId === undefined);
  const named = shown.map(({ field, label, before, after, memberId }) => ({ field, label: memberId ? `${personOf(people, memberId).name}${label}` : label, before, after }));
  return { id, kind, at, by: personOf(people, changedBy), why, lines: named };
}
