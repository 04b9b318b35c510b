import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { SessionAction } from './session-action.entity.ts';
import { SessionRecordsRepository } from './session-records.repository.ts';
import { type ActionView, SessionViews } from './session-views.ts';

/** What somebody is to do until a day: asked at a close-out, back at the group's next session until it is done. */
@Injectable()
export class SessionActionsService {
  constructor(
    private readonly records: SessionRecordsRepository,
    private readonly views: SessionViews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, ...filter }: Input<'listSessionActions'>['query']): Promise<Answer<'listSessionActions'>> {
    const [rows, total] = await this.records.pageOfActions(scope, filter, (page - 1) * pageSize, pageSize);
    return { items: await this.views.actions(scope, rows), page, pageSize, total };
  }

  /** Done already: as it is. @throws AppError NOT_FOUND */
  async complete(scope: PersonScope, id: string, note: string | null): Promise<ActionView> {
    const action = await this.find(scope, id);
    if (action.doneAt !== null) {
      this.acts.changedNothing();
      return this.view(scope, action);
    }
    return this.acts.perform(scope, async () => {
      await this.records.complete(scope, id, { doneAt: this.clock.now(), doneBy: scope.memberId, doneNote: note || null });
      return this.view(scope, await this.find(scope, id));
    });
  }

  private async find(scope: PersonScope, id: string): Promise<SessionAction> {
    const action = await this.records.action(scope, id);
    if (!action) throw new AppError('NOT_FOUND');
    return action;
  }

  private async view(scope: PersonScope, action: SessionAction): Promise<ActionView> {
    const [view] = await this.views.actions(scope, [action]);
    if (!view) throw new Error('an action was lost on its way out');
    return view;
  }
}
