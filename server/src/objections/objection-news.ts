import { Injectable } from '@nestjs/common';
import { messageInstant } from '@weidangxiao/shared/rules/doorbell.ts';
import { verdictNames } from '@weidangxiao/shared/rules/objection.ts';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { DoorbellsService } from '../doorbells/doorbells.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { ObjectionAnswer } from './objection-answer.entity.ts';
import type { Objection } from './objection.entity.ts';

const week = 7 * 24 * 3_600_000;

/** Who is told of objections and their answers. Every method is called inside a unit of work. */
@Injectable()
export class ObjectionNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly roles: RolesService,
    private readonly doorbells: DoorbellsService,
    private readonly clock: Clock,
  ) {}

  raised(scope: TownScope, objection: Objection): Promise<void> {
    const again = objection.state === 'contested';
    const title = again ? '有一条异议要求复议' : '有一条异议';
    const text = again ? '请三位没有签过第一次答复的同志再议。' : '请三位同志商量答复。答复以前，这一个人的结果先不定。';
    return this.tellAnswerers(scope, objection, { title, text: `${subjectOf(objection)}。${text}`, key: objection.state });
  }

  proposed(scope: TownScope, objection: Objection): Promise<void> {
    return this.tellAnswerers(scope, objection, { title: '有一条异议的答复等签字', text: `${subjectOf(objection)}。答复已经写好，看过同意的请签。`, key: objection.state });
  }

  async answered(scope: TownScope, objection: Objection, { verdict, text }: ObjectionAnswer): Promise<void> {
    const { id, memberId, period, contestUntil, state } = objection;
    const next = contestUntil ? `不同意的，${dateInChinese(contestUntil)}前可以要求复议。` : '';
    const words = `${subjectOf(objection)}：${verdictNames[verdict]}。${[...text].slice(0, 120).join('')}。${next}`.replaceAll('。。', '。');
    await this.notices.tell(scope, [memberId], { kind: 'score', title: '你的异议有答复了', text: words, link: `/receipts/${period}`, dedupeKey: `objection-answered:${id}:${state}` });
    const now = this.clock.now();
    const page = period.length === 4 ? `packages/record/year/index?year=${period}` : `packages/record/receipt/index?month=${period}`;
    const announcement = { title: '你的异议有答复了', date: messageInstant(now), hint: '点开看答复和理由', page };
    await this.doorbells.announce(scope, { kind: 'objection_answered', subject: `${id}:${state}`, announcement, endsAt: now + week }, [memberId]);
  }

  private async tellAnswerers(scope: TownScope, { id, memberId }: Objection, { title, text, key }: { title: string; text: string; key: string }): Promise<void> {
    const holders = await Promise.all((['committee', 'approver', 'admin'] as const).map((role) => this.roles.holders(scope, role)));
    const told = [...new Set(holders.flat())].filter((one) => one !== memberId);
    await this.notices.tell(scope, told, { kind: 'score', title, text, link: '/objections', dedupeKey: `objection-${key}:${id}` });
  }
}

const subjectOf = ({ period, about }: Objection): string => `${periodInChinese(period)}的“${objectionAboutName(about)}”`;
