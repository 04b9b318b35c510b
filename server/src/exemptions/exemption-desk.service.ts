import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type ExemptionFault, exemptionFault } from '@weidangxiao/shared/rules/exemption.ts';
import { addDays, businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { TownsService } from '../towns/towns.service.ts';
import { ExemptRollsService } from './exempt-rolls.service.ts';
import type { Exemption } from './exemption.entity.ts';
import { ExemptionNews } from './exemption-news.ts';
import { type ExemptionView, ExemptionViews } from './exemption-views.ts';
import { ExemptionsRepository } from './exemptions.repository.ts';

type Body = Input<'createExemption'>['body'];

const faults: Readonly<Record<ExemptionFault, { field: string; reason: string }>> = {
  end_before_start: { field: 'to', reason: '结束的日期不能在开始以前' },
  too_long: { field: 'to', reason: '一次最多一年，到期再续' },
  too_old: { field: 'from', reason: '开始的日期不能在一年以前' },
};

/** What admins do with exemptions. */
@Injectable()
export class ExemptionDeskService {
  constructor(
    private readonly exemptions: ExemptionsRepository,
    private readonly rolls: ExemptRollsService,
    private readonly views: ExemptionViews,
    private readonly news: ExemptionNews,
    private readonly members: MembersService,
    private readonly towns: TownsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, ...filter }: Input<'listExemptions'>['query']): Promise<Answer<'listExemptions'>> {
    const [rows, total] = await this.exemptions.page(scope, filter, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  /** @throws AppError NOT_FOUND, OWN_DECISION, INPUT_INVALID, EXEMPTION_OVERLAPS, CLIENT_ID_REUSED */
  async create(scope: WholeTownScope, body: Body): Promise<ExemptionView> {
    const known = await this.known(scope, body);
    if (known) return this.asItIs(scope, known);
    const exemption = await this.judged(scope, body);
    try {
      return await this.acts.perform(scope, () => this.write(scope, exemption));
    } catch (error) {
      const faster = this.exemptions.isKnown(error) ? await this.known(scope, body) : null;
      if (!faster) throw error;
      return this.asItIs(scope, faster);
    }
  }

  /** Ended already on that day: as it is. @throws AppError NOT_FOUND, INPUT_INVALID, EXEMPTION_ENDED */
  async end(scope: WholeTownScope, id: string, { on, why }: Input<'endExemption'>['body']): Promise<ExemptionView> {
    const found = await this.find(scope, id);
    if (found.endedAt !== null && found.toDate === on) return this.asItIs(scope, found);
    if (found.endedAt !== null) throw new AppError('EXEMPTION_ENDED', { detail: { to: dateInChinese(found.toDate) } });
    if (on < addDays(found.fromDate, -1) || on >= found.toDate) throw new AppError('INPUT_INVALID', { field: 'on', detail: { reason: `要在${dateInChinese(addDays(found.fromDate, -1))}到${dateInChinese(addDays(found.toDate, -1))}之间` } });
    return this.acts.perform(scope, async () => {
      const changes = { toDate: on, endedAt: this.clock.now(), endedBy: scope.memberId, endWhy: why };
      if (!(await this.exemptions.end(scope, id, changes))) throw new AppError('EXEMPTION_ENDED', { detail: { to: dateInChinese((await this.find(scope, id)).toDate) } });
      await this.exemptions.count(scope, id, -(await this.rolls.giveBack(scope, found, on)));
      await this.news.ended(scope, { ...found, ...changes });
      return this.views.one(scope, await this.find(scope, id));
    });
  }

  private async write(scope: WholeTownScope, exemption: Exemption): Promise<ExemptionView> {
    await this.towns.takeTurn(scope);
    const [other] = await this.exemptions.touching(scope, exemption.fromDate, exemption.toDate, [exemption.memberId]);
    if (other) throw new AppError('EXEMPTION_OVERLAPS', { field: 'from', detail: { from: dateInChinese(other.fromDate), to: dateInChinese(other.toDate) } });
    await this.exemptions.insert(scope, exemption);
    await this.exemptions.count(scope, exemption.id, await this.rolls.settleOpened(scope, exemption));
    await this.news.created(scope, exemption);
    return this.views.one(scope, await this.find(scope, exemption.id));
  }

  private async judged(scope: WholeTownScope, { clientId, memberId, from, to, reason, evidence }: Body): Promise<Exemption> {
    const { groupId } = await this.members.find(scope, memberId);
    if (memberId === scope.memberId) throw new AppError('OWN_DECISION');
    const fault = exemptionFault({ from, to }, businessDate(this.clock.now()));
    if (fault) throw new AppError('INPUT_INVALID', { field: faults[fault].field, detail: { reason: faults[fault].reason } });
    return {
      ...{ townId: scope.townId, id: randomUUID(), memberId, groupId, fromDate: from, toDate: to, plannedTo: to, causeCipher: this.views.seal(scope, { reason, evidence }) },
      ...{ clientId, createdAt: this.clock.now(), createdBy: scope.memberId, endedAt: null, endedBy: null, endWhy: null, settled: 0 },
    };
  }

  private async known(scope: WholeTownScope, { clientId, memberId, from }: Body): Promise<Exemption | null> {
    const known = await this.exemptions.byClientId(scope, scope.memberId, clientId);
    if (known && (known.memberId !== memberId || known.fromDate !== from)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return known;
  }

  private async find(scope: WholeTownScope, id: string): Promise<Exemption> {
    const exemption = await this.exemptions.one(scope, id);
    if (!exemption) throw new AppError('NOT_FOUND');
    return exemption;
  }

  private asItIs(scope: WholeTownScope, exemption: Exemption): Promise<ExemptionView> {
    this.acts.changedNothing();
    return this.views.one(scope, exemption);
  }
}
