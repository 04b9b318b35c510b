import { Injectable } from '@nestjs/common';
import { messageInstant, sessionReminderAt } from '@weidangxiao/shared/rules/doorbell.ts';
import { DoorbellsService } from '../doorbells/doorbells.service.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { SystemScope, TownScope } from '../platform/access/scope.ts';
import { Acts } from '../platform/access/acts.ts';
import { Clock } from '../platform/clock/clock.ts';
import { oneByOne } from '../platform/jobs/one-by-one.ts';
import { TownsService } from '../towns/towns.service.ts';
import { SessionExpectationService } from './session-expectation.service.ts';
import type { StudySession } from './study-session.entity.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';

const day = 24 * 3_600_000;
const most = 200;

/** On the evening before, WeChat reminds those expected who asked for it; once for a session and its hour. */
@Injectable()
export class SessionRemindersService {
  constructor(
    private readonly sessions: StudySessionsRepository,
    private readonly expectation: SessionExpectationService,
    private readonly doorbells: DoorbellsService,
    private readonly towns: TownsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async remindAll(): Promise<void> {
    if (!this.doorbells.rings('session_reminder')) return;
    await oneByOne(await this.towns.all(), ({ id }) => this.remindIn(systemScope(id, 'session-reminders')));
  }

  /** The hour that was announced holds no more. Call inside a unit of work. */
  withdraw(scope: TownScope, session: Pick<StudySession, 'id' | 'startsAt'>): Promise<void> {
    return this.doorbells.withdraw(scope, 'session_reminder', subjectOf(session));
  }

  private async remindIn(scope: SystemScope): Promise<void> {
    const now = this.clock.now();
    const [coming] = await this.sessions.page(scope, { from: now, to: now + 2 * day, state: 'planned', order: 'asc' }, 0, most);
    for (const session of coming) {
      if (sessionReminderAt(session.startsAt) > now || (await this.doorbells.about(scope, 'session_reminder', subjectOf(session)))) continue;
      const people = await this.expectation.people(scope, session);
      await this.acts.perform(scope, () => this.announce(scope, session, people.map(({ memberId }) => memberId)), { act: 'session.reminded', target: session.id });
    }
  }

  private announce(scope: SystemScope, session: StudySession, memberIds: readonly string[]): Promise<void> {
    const hint = session.placeText ? `地点：${session.placeText}` : '点开看时间和地点';
    const announcement = { title: session.title, date: messageInstant(session.startsAt), hint, page: `packages/sessions/session/index?id=${session.id}` };
    return this.doorbells.announce(scope, { kind: 'session_reminder', subject: subjectOf(session), announcement, endsAt: session.startsAt }, memberIds);
  }
}

const subjectOf = ({ id, startsAt }: Pick<StudySession, 'id' | 'startsAt'>): string => `${id}:${startsAt}`;
