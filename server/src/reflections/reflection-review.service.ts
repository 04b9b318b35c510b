import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { FilesService } from '../files/files.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ReflectionNews } from './reflection-news.ts';
import type { Reflection } from './reflection.entity.ts';
import { type ReflectionView, ReflectionViews } from './reflection-views.ts';
import { ReflectionsRepository } from './reflections.repository.ts';
import { requireMove } from './require-move.ts';

/** The admins' word on what was handed in, whatever the machine said. */
@Injectable()
export class ReflectionReviewService {
  constructor(
    private readonly reflections: ReflectionsRepository,
    private readonly views: ReflectionViews,
    private readonly files: FilesService,
    private readonly news: ReflectionNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError NOT_FOUND, REFLECTION_STATE, REFLECTION_CHANGED */
  publish(scope: WholeTownScope, id: string): Promise<ReflectionView> {
    return this.acts.perform(scope, async () => {
      const seen = await this.find(scope, id);
      const published = await this.decided(scope, seen, { state: requireMove(seen, 'publish'), publishedAt: this.clock.now() });
      await this.files.publish(scope, published.pictures);
      await this.news.published(scope, published);
      return this.views.one(scope, published);
    });
  }

  /** @throws AppError NOT_FOUND, REFLECTION_STATE, REFLECTION_CHANGED */
  sendBack(scope: WholeTownScope, id: string, reason: string): Promise<ReflectionView> {
    return this.acts.perform(scope, async () => {
      const seen = await this.find(scope, id);
      const returned = await this.decided(scope, seen, { state: requireMove(seen, 'return'), returnedReason: reason });
      await this.news.returned(scope, returned);
      return this.views.one(scope, returned);
    });
  }

  private async find(scope: WholeTownScope, id: string): Promise<Reflection> {
    const reflection = await this.reflections.readable(scope, id);
    if (!reflection) throw new AppError('NOT_FOUND');
    return reflection;
  }

  private async decided(scope: WholeTownScope, seen: Reflection, outcome: Partial<Reflection>): Promise<Reflection> {
    const now = this.clock.now();
    const changes = { ...outcome, reviewedAt: now, reviewedBy: scope.memberId, movedAt: now };
    if (!(await this.reflections.update(scope, seen, changes))) throw new AppError('REFLECTION_CHANGED');
    return { ...seen, ...changes, revision: seen.revision + 1 };
  }
}
