import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { objectionMoves, objectionStateNames, type ObjectionAct, type ObjectionWay } from '@weidangxiao/shared/rules/objection.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Publication } from '../publications/publication.entity.ts';
import { PublicationSheetsService } from '../publications/publication-sheets.service.ts';
import { PublicationsService } from '../publications/publications.service.ts';
import { TownsService } from '../towns/towns.service.ts';
import { ObjectionNews } from './objection-news.ts';
import { type ObjectionView, ObjectionViews } from './objection-views.ts';
import type { Objection } from './objection.entity.ts';
import { ObjectionsRepository } from './objections.repository.ts';

type Raised = Input<'createObjection'>['body'];
interface Said {
  readonly memberId: string;
  readonly way: ObjectionWay;
  readonly loggedBy: string | null;
}

/** Raising an objection, taking it back, and asking three others. Answering is in `objection-answers.service.ts`. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly objections: ObjectionsRepository,
    private readonly publications: PublicationsService,
    private readonly sheets: PublicationSheetsService,
    private readonly members: MembersService,
    private readonly towns: TownsService,
    private readonly views: ObjectionViews,
    private readonly news: ObjectionNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** However often it is sent: one objection. @throws AppError MONTH_NOT_ON_SHOW, MONTH_LOCKED, NOT_ON_SHEET, OBJECTION_OPEN, CLIENT_ID_REUSED */
  create(scope: OwnScope, body: Raised): Promise<ObjectionView> {
    return this.raise(scope, body, { memberId: scope.memberId, way: 'app', loggedBy: null });
  }

  /** For somebody else, in their words. @throws AppError as `create`, and NOT_FOUND, OBJECTION_OWN_LOG */
  async log(scope: GroupScope | WholeTownScope, { memberId, way, ...body }: Input<'logObjection'>['body']): Promise<ObjectionView> {
    await this.members.find(scope, memberId);
    if (memberId === scope.memberId) throw new AppError('OBJECTION_OWN_LOG', { field: 'memberId' });
    return this.raise(scope, body, { memberId, way, loggedBy: scope.memberId });
  }

  async mine(scope: OwnScope, { page, pageSize }: Input<'listMyObjections'>['query']): Promise<Answer<'listMyObjections'>> {
    const [rows, total] = await this.objections.pageOfMember(scope, (page - 1) * pageSize, pageSize);
    return { items: await this.views.own(scope, rows), page, pageSize, total };
  }

  /** One's own, or that of somebody within reach, with every settled answer. @throws AppError NOT_FOUND */
  async find(scope: PersonScope, id: string): Promise<{ objection: Objection; view: ObjectionView }> {
    const objection = await this.reached(scope, id);
    return { objection, view: await this.view(scope, objection) };
  }

  /** @throws AppError NOT_FOUND, OBJECTION_STATE */
  withdraw(scope: PersonScope, id: string): Promise<ObjectionView> {
    return this.acts.perform(scope, async () => {
      const objection = await this.reached(scope, id);
      if (objection.state === 'withdrawn') return this.asItIs(scope, objection);
      return this.view(scope, await this.move(scope, objection, 'withdraw', {}));
    });
  }

  /** @throws AppError NOT_FOUND, OBJECTION_STATE, OBJECTION_CONTEST_LATE */
  contest(scope: PersonScope, id: string, text: string): Promise<ObjectionView> {
    return this.acts.perform(scope, async () => {
      const objection = await this.reached(scope, id);
      if (objection.state === 'contested' && objection.contestText === text) return this.asItIs(scope, objection);
      const { contestUntil } = objection;
      if (objection.state === 'answered' && contestUntil !== null && businessDate(this.clock.now()) > contestUntil) throw new AppError('OBJECTION_CONTEST_LATE', { detail: { until: dateInChinese(contestUntil) } });
      const contested = await this.move(scope, objection, 'contest', { contestText: text });
      await this.news.raised(scope, contested);
      return this.view(scope, contested);
    });
  }

  private async raise(scope: PersonScope, body: Raised, said: Said): Promise<ObjectionView> {
    const known = await this.known(scope, body, said);
    if (known) return known;
    try {
      const objection = await this.acts.perform(scope, () => this.receive(scope, body, said));
      return this.view(scope, objection);
    } catch (error) {
      // Whoever was faster may have been the same phone, with the same objection.
      const faster = await this.known(scope, body, said);
      if (!faster) throw error;
      return faster;
    }
  }

  private async receive(scope: PersonScope, { clientId, kind, period, about, text }: Raised, { memberId, way, loggedBy }: Said): Promise<Objection> {
    // Two devices, or somebody who writes down what was said, may object to the same line in the same moment.
    await this.towns.takeTurn(scope);
    const groupId = await this.sheets.groupOf(await this.onShow(scope, kind, period), memberId);
    if (groupId === undefined) throw new AppError('NOT_ON_SHEET', { field: 'period', detail: { month: periodInChinese(period) } });
    if (await this.objections.waiting(scope, { kind, period, memberId, about })) throw new AppError('OBJECTION_OPEN', { field: 'about' });
    const now = this.clock.now();
    const objection: Objection = {
      ...{ townId: scope.townId, id: randomUUID(), clientId, kind, period, memberId, groupId, about, text, way, loggedBy },
      ...{ receivedOn: businessDate(now), receivedAt: now, state: 'open', contestUntil: null, contestText: null },
    };
    await this.objections.insert(scope, objection);
    await this.news.raised(scope, objection);
    return objection;
  }

  private async onShow(scope: PersonScope, kind: Raised['kind'], period: string): Promise<Publication> {
    const publication = await this.publications.find(scope, kind, period);
    if (!publication) throw new AppError('MONTH_NOT_ON_SHOW', { field: 'period', detail: { month: periodInChinese(period) } });
    if (this.publications.isLocked(publication)) throw new AppError('MONTH_LOCKED', { field: 'period', detail: { month: periodInChinese(period) } });
    return publication;
  }

  private async known(scope: PersonScope, { clientId, kind, period, about, text }: Raised, { memberId }: Said): Promise<ObjectionView | null> {
    const same = await this.objections.byClientId(scope, clientId);
    if (!same) return null;
    if (JSON.stringify([same.memberId, same.kind, same.period, same.about, same.text]) !== JSON.stringify([memberId, kind, period, about, text])) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return this.asItIs(scope, same);
  }

  /** Their own, or that of somebody within reach. */
  private async reached(scope: PersonScope, id: string): Promise<Objection> {
    const objection = await this.objections.one(scope, id);
    if (!objection) throw new AppError('NOT_FOUND');
    await this.members.find(scope, objection.memberId);
    return objection;
  }

  private async move(scope: PersonScope, objection: Objection, act: ObjectionAct, changes: Partial<Objection>): Promise<Objection> {
    const state = objectionMoves[objection.state][act];
    if (!state || !(await this.objections.move(scope, objection, { ...changes, state }))) throw new AppError('OBJECTION_STATE', { detail: { state: objectionStateNames[objection.state] } });
    return { ...objection, ...changes, state };
  }

  private asItIs(scope: PersonScope, objection: Objection): Promise<ObjectionView> {
    this.acts.changedNothing();
    return this.view(scope, objection);
  }

  private async view(scope: PersonScope, objection: Objection): Promise<ObjectionView> {
    const [view] = await this.views.own(scope, [objection]);
    if (!view) throw new Error('an objection was lost on its way out');
    return view;
  }
}
