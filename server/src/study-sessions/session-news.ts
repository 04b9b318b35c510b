import { Injectable } from '@nestjs/common';
import { timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import type { SessionAction } from './session-action.entity.ts';
import { SessionExpectationService } from './session-expectation.service.ts';
import { SessionRemindersService } from './session-reminders.service.ts';
import type { StudySession } from './study-session.entity.ts';

export const whenText = ({ date, startsAt }: Pick<StudySession, 'date' | 'startsAt'>): string => `${dateInChinese(date)}${timeOf(startsAt)}`;

/** What those expected are told when a plan changes. Every method is called inside a unit of work. */
@Injectable()
export class SessionNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly expectation: SessionExpectationService,
    private readonly reminders: SessionRemindersService,
  ) {}

  /** Also those who were expected on the old date only: they would stand before a closed door. */
  async moved(scope: PersonScope, session: StudySession, before: StudySession, why: string): Promise<void> {
    const place = session.placeText && session.placeText !== before.placeText ? `，在${session.placeText}` : '';
    const text = `“${session.title}”原定${whenText(before)}，改到${whenText(session)}${place}。${why}`;
    await this.reminders.withdraw(scope, before);
    const told = new Set([...(await this.ids(scope, before)), ...(await this.ids(scope, session))]);
    await this.tell(scope, [...told], session, { title: '活动改期', text, dedupeKey: `session-moved:${session.id}:${session.revision}` });
  }

  async cancelled(scope: PersonScope, session: StudySession, reason: string): Promise<void> {
    await this.reminders.withdraw(scope, session);
    const text = `${whenText(session)}的“${session.title}”不开了。${reason}`;
    await this.tell(scope, await this.ids(scope, session), session, { title: '活动取消', text, dedupeKey: `session-cancelled:${session.id}` });
  }

  /** One line for all sessions of the series that fall away. */
  async seriesEnded(scope: PersonScope, sessions: readonly StudySession[], { seriesId, title }: { seriesId: string; title: string }, reason: string): Promise<void> {
    const [first] = sessions;
    if (!first) return;
    for (const session of sessions) await this.reminders.withdraw(scope, session);
    const text = `“${title}”从${dateInChinese(first.date)}起不再开，共${sessions.length}场。${reason}`;
    await this.tell(scope, await this.ids(scope, first), first, { title: '活动取消', text, dedupeKey: `session-series-ended:${seriesId}` });
  }

  async action(scope: PersonScope, { id, memberId, text, due }: SessionAction, session: StudySession): Promise<void> {
    await this.tell(scope, [memberId], session, { title: '有一件事请你办', text: `“${session.title}”上定的：${text}。${dateInChinese(due)}前办好。`, dedupeKey: `session-action:${id}` });
  }

  private async ids(scope: PersonScope, session: StudySession): Promise<string[]> {
    return (await this.expectation.people(scope, session)).map(({ memberId }) => memberId);
  }

  private async tell(scope: PersonScope, memberIds: readonly string[], { id }: StudySession, news: { title: string; text: string; dedupeKey: string }): Promise<void> {
    const others = memberIds.filter((memberId) => memberId !== scope.memberId || news.dedupeKey.startsWith('session-action'));
    await this.notices.tell(scope, others, { kind: 'study-session', link: `/study-sessions/${id}`, ...news });
  }
}
