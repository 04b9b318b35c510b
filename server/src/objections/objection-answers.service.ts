import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { answerers, contestUntil, objectionMoves, objectionStateNames, type ObjectionState, stepOf } from '@weidangxiao/shared/rules/objection.ts';
import { signedHundredths } from '@weidangxiao/shared/rules/score-adjustment.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { WorkingDaysService } from '../working-days/working-days.service.ts';
import { AnswerersService } from './answerers.service.ts';
import type { ObjectionAnswer } from './objection-answer.entity.ts';
import { ObjectionNews } from './objection-news.ts';
import { ObjectionOutcomesService } from './objection-outcomes.service.ts';
import { type DeskView, ObjectionViews } from './objection-views.ts';
import type { Objection } from './objection.entity.ts';
import { ObjectionsRepository } from './objections.repository.ts';

type Proposal = Input<'proposeObjectionAnswer'>['body'];
interface Open {
  readonly objection: Objection;
  readonly answers: readonly ObjectionAnswer[];
  /** That of this step, where one is written. */
  readonly current: ObjectionAnswer | undefined;
}
/** No three working days reach further, whatever the holidays. */
const mostDays = 30;

/** Three people answer: one writes, two more sign the same words. */
@Injectable()
export class ObjectionAnswersService {
  constructor(
    private readonly objections: ObjectionsRepository,
    private readonly answerers: AnswerersService,
    private readonly outcomes: ObjectionOutcomesService,
    private readonly workingDays: WorkingDaysService,
    private readonly views: ObjectionViews,
    private readonly news: ObjectionNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: WholeTownScope, { page, pageSize, show }: Input<'listObjections'>['query']): Promise<Answer<'listObjections'>> {
    const [rows, total] = await this.objections.page(scope, show, (page - 1) * pageSize, pageSize);
    return { items: await this.views.onDesk(scope, rows), page, pageSize, total };
  }

  /** @throws AppError NOT_FOUND, OBJECTION_NOT_YOURS, OBJECTION_STATE, OBJECTION_POINTS, OBJECTION_NOTHING_CHANGED, OBJECTION_ANSWER_CHANGED */
  propose(scope: WholeTownScope, id: string, { verdict, text, points }: Proposal): Promise<DeskView> {
    return this.acts.perform(scope, async () => {
      const open = await this.open(scope, id);
      const state = this.next(open.objection, 'propose');
      if (verdict === 'kept' && points !== null) throw new AppError('OBJECTION_POINTS', { field: 'points' });
      const hundredths = points === null ? null : signedHundredths(points);
      if (verdict === 'changed' && !(await this.outcomes.wouldChange(scope, open.objection, hundredths))) throw new AppError('OBJECTION_NOTHING_CHANGED', { field: 'verdict' });
      await this.write(scope, open, { verdict, text, points: hundredths, signedBy: [scope.memberId] });
      await this.move(scope, open.objection, { state });
      await this.news.proposed(scope, { ...open.objection, state });
      return this.view(scope, { ...open.objection, state });
    });
  }

  /** @throws AppError NOT_FOUND, OBJECTION_NOT_YOURS, OBJECTION_STATE, OBJECTION_SIGNED, OBJECTION_ANSWER_CHANGED, OBJECTION_NOTHING_CHANGED */
  sign(scope: WholeTownScope, id: string, read: string): Promise<DeskView> {
    return this.acts.perform(scope, async () => {
      const { objection, current } = await this.open(scope, id);
      const state = this.next(objection, 'settle');
      if (!current || current.text !== read.trim()) throw new AppError('OBJECTION_ANSWER_CHANGED');
      if (current.signedBy.includes(scope.memberId)) throw new AppError('OBJECTION_SIGNED', { detail: { left: answerers - current.signedBy.length } });
      const signed = { ...current, signedBy: [...current.signedBy, scope.memberId] };
      if (signed.signedBy.length >= answerers) return this.settle(scope, objection, signed, state);
      await this.change(scope, signed, { signedBy: signed.signedBy });
      return this.view(scope, objection);
    });
  }

  private async settle(scope: WholeTownScope, objection: Objection, answer: ObjectionAnswer, state: ObjectionState): Promise<DeskView> {
    const today = businessDate(this.clock.now());
    await this.change(scope, answer, { signedBy: answer.signedBy, settledOn: today });
    if (answer.verdict === 'changed' && !(await this.outcomes.change(scope, objection, answer))) throw new AppError('OBJECTION_NOTHING_CHANGED');
    const until = state === 'answered' ? contestUntil(today, await this.workingDays.exceptions(scope, today, addDays(today, mostDays))) : null;
    await this.move(scope, objection, { state, contestUntil: until });
    const settled = { ...objection, state, contestUntil: until };
    await this.news.answered(scope, settled, answer);
    return this.view(scope, settled);
  }

  private async open(scope: WholeTownScope, id: string): Promise<Open> {
    const objection = await this.objections.one(scope, id);
    if (!objection) throw new AppError('NOT_FOUND');
    const answers = await this.objections.answers(scope, [id]);
    await this.answerers.require(scope, objection, answers);
    return { objection, answers, current: answers.find(({ step, settledOn }) => step === stepOf(objection.state) && settledOn === null) };
  }

  private async write(scope: WholeTownScope, { objection, current }: Open, said: Pick<ObjectionAnswer, 'verdict' | 'text' | 'points' | 'signedBy'>): Promise<void> {
    if (current) return this.change(scope, current, said);
    await this.objections.insertAnswer(scope, { id: randomUUID(), objectionId: objection.id, step: stepOf(objection.state), ...said, edition: 1, settledOn: null });
  }

  private async change(scope: WholeTownScope, answer: ObjectionAnswer, changes: Partial<ObjectionAnswer>): Promise<void> {
    if (!(await this.objections.changeAnswer(scope, answer, changes))) throw new AppError('OBJECTION_ANSWER_CHANGED');
  }

  private next({ state }: Objection, act: 'propose' | 'settle'): ObjectionState {
    const next = objectionMoves[state][act];
    if (!next) throw new AppError('OBJECTION_STATE', { detail: { state: objectionStateNames[state] } });
    return next;
  }

  private async move(scope: WholeTownScope, objection: Objection, changes: Pick<Objection, 'state'> & Partial<Objection>): Promise<void> {
    if (!(await this.objections.move(scope, objection, changes))) throw new AppError('OBJECTION_ANSWER_CHANGED');
  }

  private async view(scope: WholeTownScope, objection: Objection): Promise<DeskView> {
    const [view] = await this.views.onDesk(scope, [objection]);
    if (!view) throw new Error('an objection was lost on its way out');
    return view;
  }
}
