import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { NoteFact } from '@weidangxiao/shared/rules/self-study.ts';
import { addDays, businessDate, datesOfMonth, startOf } from '@weidangxiao/shared/rules/week.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { ReflectionViews } from './reflection-views.ts';
import { ReflectionsRepository } from './reflections.repository.ts';

/** Reading reflections, for people and for other nouns. Writing is in `reflection-desk.service.ts`. */
@Injectable()
export class ReflectionsService {
  constructor(
    private readonly reflections: ReflectionsRepository,
    private readonly views: ReflectionViews,
  ) {}

  async list(scope: PersonScope, { page, pageSize, ...filter }: Input<'listReflections'>['query']): Promise<Answer<'listReflections'>> {
    const [rows, total] = await this.reflections.page(scope, filter, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  async one(scope: PersonScope, id: string): Promise<Answer<'getReflection'>> {
    const reflection = await this.reflections.readable(scope, id);
    if (!reflection) throw new AppError('NOT_FOUND');
    return this.views.one(scope, reflection);
  }

  /**
   * A member's notes of a month ('2026-11'): reflections handed in within it and accepted since, whenever that was. The
   * author's own only; what was returned and handed in again belongs to the month in which it was handed in last.
   */
  async notesOf(scope: TownScope, memberId: string, month: string): Promise<{ accepted: NoteFact[]; inReview: number }> {
    const { from, to } = datesOfMonth(month);
    const handedIn = await this.reflections.handedIn(scope, memberId, startOf(from), startOf(addDays(to, 1)));
    const accepted = handedIn.filter(({ state }) => state === 'published');
    return {
      accepted: accepted.map(({ title, kind, submittedAt }) => ({ title, kind, on: businessDate(submittedAt ?? 0) })),
      inReview: handedIn.filter(({ state }) => state === 'in_review').length,
    };
  }

  /** For paper: what this member handed in within these days, both included, and was accepted since. */
  async acceptedOf(scope: TownScope, memberId: string, from: string, to: string): Promise<NoteFact[]> {
    const handedIn = await this.reflections.handedIn(scope, memberId, startOf(from), startOf(addDays(to, 1)));
    return handedIn.filter(({ state }) => state === 'published').map(({ title, kind, submittedAt }) => ({ title, kind, on: businessDate(submittedAt ?? 0) }));
  }

  /** For the month's board: what was handed in within that month and waits for a word, by group. */
  inReview(scope: TownScope, month: string): Promise<Map<string | null, number>> {
    const { from, to } = datesOfMonth(month);
    return this.reflections.inReview(scope, startOf(from), startOf(addDays(to, 1)));
  }

  /** For closing a month: the accepted ones of `notesOf`, of many members at once; who has none is left out. */
  acceptedCounts(scope: TownScope, memberIds: readonly string[], month: string): Promise<Map<string, number>> {
    const { from, to } = datesOfMonth(month);
    return this.reflections.acceptedCounts(scope, memberIds, startOf(from), startOf(addDays(to, 1)));
  }

  /** For coverage: who handed a note in within that month. */
  authorsIn(scope: TownScope, month: string): Promise<string[]> {
    const { from, to } = datesOfMonth(month);
    return this.reflections.authors(scope, startOf(from), startOf(addDays(to, 1)));
  }
}
