import { Injectable } from '@nestjs/common';
import { scoreEntryKindNames, twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { ScoreEntry } from './score-entry.entity.ts';
import type { ScoreProposal } from './score-proposal.entity.ts';

/** Who is told about points. Every method is called inside a unit of work. */
@Injectable()
export class ScoreEntryNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  /** Whoever gets or loses points hears why, on the day. */
  async entered(scope: TownScope, { id, kind, period, memberId, points, reason }: ScoreEntry): Promise<void> {
    if (kind !== 'bonus' && kind !== 'deduction') return;
    const title = `${monthInChinese(period)}${scoreEntryKindNames[kind]}${plain(points)}分`;
    await this.notices.tell(scope, [memberId], { kind: 'score-entry', title, text: `${reason}。依据和规则在得分明细里。`, link: `/receipts/${period}`, dedupeKey: `score-entry:${id}` });
  }

  async reversed(scope: TownScope, { id, kind, period, memberId, points, reversalReason }: ScoreEntry): Promise<void> {
    if (kind !== 'bonus' && kind !== 'deduction') return;
    const title = `${monthInChinese(period)}的${scoreEntryKindNames[kind]}${plain(points)}分撤回了`;
    await this.notices.tell(scope, [memberId], { kind: 'score-entry', title, text: `${reversalReason ?? ''}。`, link: `/receipts/${period}`, dedupeKey: `score-entry-reversed:${id}` });
  }

  async proposed(scope: TownScope, proposal: ScoreProposal): Promise<void> {
    const { id, memberId, proposedBy, reason } = proposal;
    const people = await this.members.people(scope, [memberId, proposedBy]);
    const text = `${people.get(proposedBy)?.name ?? ''}提议给${people.get(memberId)?.name ?? ''}${words(proposal)}：${reason}`;
    const committee = (await this.roles.holders(scope, 'committee')).filter((holder) => holder !== memberId);
    await this.notices.tell(scope, committee, { kind: 'score-proposal', title: '有一条加分扣分的提议', text, link: '/score-entries', dedupeKey: `score-proposal:${id}` });
  }

  async decided(scope: TownScope, proposal: ScoreProposal): Promise<void> {
    const { id, memberId, proposedBy, state, decisionReason } = proposal;
    const name = (await this.members.people(scope, [memberId])).get(memberId)?.name ?? '';
    const [title, end] = state === 'accepted' ? ['提议采纳了', '已经记上。'] : ['提议没有采纳', `没有记：${decisionReason ?? ''}`];
    await this.notices.tell(scope, [proposedBy], { kind: 'score-proposal', title, text: `给${name}${words(proposal)}，${end}`, link: '/score-proposals', dedupeKey: `score-proposal-decided:${id}` });
  }
}

const words = ({ month, kind, points }: Pick<ScoreProposal, 'month' | 'kind' | 'points'>): string => `${monthInChinese(month)}${scoreEntryKindNames[kind]}${plain(points)}分`;
const plain = (points: number | null): string => twoPlaces(points ?? 0).replace(/\.?0+$/, '');
