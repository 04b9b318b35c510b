import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { instantOn, mostInSeries, seriesDates } from '@weidangxiao/shared/rules/study-session.ts';
import { addDays, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SessionFollowersService } from './session-followers.service.ts';
import { SessionNews } from './session-news.ts';
import { SessionOverlapsService } from './session-overlaps.service.ts';
import { isOverlap, type Planner, SessionPlanService } from './session-plan.service.ts';
import type { SessionSeries } from './session-series.entity.ts';
import { SessionSeriesRepository } from './session-series.repository.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';

type NewSeries = Input<'createSessionSeries'>['body'];
type SeriesView = Answer<'createSessionSeries'>;

const minute = 60_000;

/** Every Thursday until the end of the year: planned in one go, each session on its own afterwards. */
@Injectable()
export class SessionSeriesService {
  constructor(
    private readonly series: SessionSeriesRepository,
    private readonly sessions: StudySessionsRepository,
    private readonly plan: SessionPlanService,
    private readonly overlaps: SessionOverlapsService,
    private readonly followers: SessionFollowersService,
    private readonly news: SessionNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError SESSION_SERIES_LENGTH, SESSION_SERIES_EMPTY, SESSION_OVERLAPS, SESSION_TIMES, NOT_FOUND */
  async create(scope: Planner, body: NewSeries): Promise<SeriesView> {
    const dates = seriesDates(body);
    if (dates.length === 0) throw new AppError('SESSION_SERIES_EMPTY', { field: 'until' });
    if (dates.length > mostInSeries) throw new AppError('SESSION_SERIES_LENGTH', { field: 'until', detail: { most: mostInSeries } });
    const known = await this.known(scope, body.clientId);
    if (known) return known;
    try {
      return await this.acts.perform(scope, () => this.record(scope, body, dates));
    } catch (error) {
      const faster = this.series.isTaken(error) || isOverlap(error) ? await this.known(scope, body.clientId) : null;
      if (!faster) throw error;
      return faster;
    }
  }

  /** What is planned after that day is cancelled; those expected are told once. */
  async end(scope: Planner, id: string, { after, reason }: Input<'endSessionSeries'>['body']): Promise<SeriesView> {
    return this.acts.perform(scope, async () => {
      const found = await this.series.one(scope, id);
      if (!found || !(found.groupId ? reaches(scope, found.groupId) : scope.reach === 'town')) throw new AppError('NOT_FOUND');
      const ended = { endedAt: this.clock.now(), endedBy: scope.memberId, untilDate: after < found.untilDate ? after : found.untilDate };
      if (found.endedAt !== null || !(await this.series.end(scope, id, ended))) {
        this.acts.changedNothing();
        return viewOf(found);
      }
      const planned = await this.sessions.plannedOfSeries(scope, id, Math.max(startOf(addDays(after, 1)) - 1, this.clock.now()));
      for (const session of planned) await this.plan.withdraw(scope, session, reason);
      await this.news.seriesEnded(scope, planned.sort((a, b) => a.startsAt - b.startsAt), { seriesId: id, title: found.title }, reason);
      return viewOf({ ...found, ...ended, sessions: found.sessions - planned.length });
    });
  }

  private async record(scope: Planner, { clientId, weekday, time, minutes, from, until, despiteOverlap, ...plan }: NewSeries, dates: readonly string[]): Promise<SeriesView> {
    await this.overlaps.takeTurn(scope);
    const id = randomUUID();
    const plans = dates.map((date) => ({ ...plan, seriesId: id, startsAt: instantOn(date, time), endsAt: instantOn(date, time) + minutes * minute }));
    let groupIds: string[] = [];
    for (const one of plans) groupIds = await this.plan.requirePlan(scope, one);
    const rows = plans.map((one) => this.plan.rowOf(scope, one, groupIds, randomUUID()));
    for (const row of rows) await this.overlaps.refuse(scope, row, groupIds, despiteOverlap);
    const series = { townId: scope.townId, id, clientId, title: plan.title, weekday, time, fromDate: from, untilDate: until, groupId: rows[0]?.groupId ?? null, sessions: rows.length, createdBy: scope.memberId, createdAt: this.clock.now(), endedAt: null, endedBy: null };
    await this.series.insert(scope, series);
    await this.sessions.insert(scope, rows, groupIds);
    for (const row of rows) await this.followers.each((follower) => follower.created?.(scope, row));
    return viewOf(series);
  }

  private async known(scope: Planner, clientId: string): Promise<SeriesView | null> {
    const same = await this.series.byClientId(scope, scope.memberId, clientId);
    if (!same) return null;
    this.acts.changedNothing();
    return viewOf(same);
  }
}

function viewOf({ id, title, weekday, time, fromDate, untilDate, sessions, endedAt }: SessionSeries): SeriesView {
  return { id, title, weekday, time, from: fromDate, until: untilDate, sessions, ended: endedAt !== null };
}
