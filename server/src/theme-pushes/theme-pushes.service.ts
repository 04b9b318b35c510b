import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { reasonInChinese } from '@weidangxiao/shared/rules/doorbell-reasons.ts';
import { ordersFor, type RoundOrder } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import type { DoorbellRound } from '../doorbells/doorbell-round.entity.ts';
import type { DoorbellState } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { type DoorbellCount, DoorbellsService } from '../doorbells/doorbells.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { requireMonday } from '../platform/errors/require-monday.ts';
import type { Theme } from '../themes/theme.entity.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { DeliveriesRepository } from './deliveries.repository.ts';
import type { ThemePush } from './theme-push.entity.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';

type Funnel = Answer<'getThemePush'>;

/** What the audit calls each order. */
const ordered: Readonly<Record<RoundOrder, string>> = { pause: 'doorbells.paused', resume: 'doorbells.resumed', cancel: 'doorbells.cancelled', resend: 'doorbells.resent' };

const noDoorbells: Funnel['doorbell'] = { waiting: 0, sent: 0, refused: 0, noCredit: 0, unbound: 0, failed: 0 };

/** How a Monday's push went, in totals: who opened what is shown to nobody. */
@Injectable()
export class ThemePushesService {
  constructor(
    private readonly pushes: ThemePushesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly doorbells: DoorbellsService,
    private readonly themes: ThemesService,
    private readonly members: MembersService,
    private readonly checkIns: CheckInsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError THEME_NOT_MONDAY */
  async funnel(scope: TownScope, monday: string): Promise<Funnel> {
    requireMonday(monday);
    const push = await this.pushes.onMonday(scope, monday);
    return push ? this.ofPush(scope, push) : this.withoutPush(scope, monday);
  }

  /** Pauses, resumes or stops the doorbells, or rings again for those who failed. @throws AppError NOT_FOUND, DOORBELLS_NOT_IN_STATE, DOORBELLS_OVER */
  async order(scope: WholeTownScope, monday: string, order: RoundOrder): Promise<Funnel> {
    requireMonday(monday);
    await this.acts.perform(scope, () => this.doorbells.order(scope, 'theme', monday, order), { act: ordered[order], target: monday });
    return this.funnel(scope, monday);
  }

  private async ofPush(scope: TownScope, { id, monday, title, sentAt }: ThemePush): Promise<Funnel> {
    const [round, counts, doorbells, checkedIn] = await Promise.all([
      this.doorbells.about(scope, 'theme', monday),
      this.deliveries.counts(scope, id),
      this.doorbells.counts(scope, id),
      this.checkIns.countsFor(scope, monday),
    ]);
    return {
      ...{ monday, title, sentAt, checkedIn },
      state: round?.settledAt === null ? 'sending' : 'done',
      ringing: round && this.ringing(round),
      members: counts.inbox + counts.paper,
      inbox: counts.inbox,
      paper: { total: counts.paper, handedOver: counts.handedOver },
      doorbell: byState(doorbells),
      reasons: reasonsOf(doorbells),
      read: counts.read,
    };
  }

  private ringing({ state, settledAt, endsAt }: DoorbellRound): Funnel['ringing'] {
    return { state, orders: this.clock.now() < endsAt ? ordersFor(state, settledAt !== null) : [] };
  }

  private async withoutPush(scope: TownScope, monday: string): Promise<Funnel> {
    const theme = await this.themes.onMonday(scope, monday);
    const members = await this.members.countActive(scope);
    const checkedIn = await this.checkIns.countsFor(scope, monday);
    const nothing = { ringing: null, inbox: 0, paper: { total: 0, handedOver: 0 }, doorbell: noDoorbells, reasons: [], read: 0 };
    return { ...nothing, monday, title: theme?.title ?? '', state: stateOf(theme), sentAt: null, members, checkedIn };
  }
}

function stateOf(theme: Theme | null): Funnel['state'] {
  if (!theme) return 'none';
  return theme.state === 'missed' ? 'missed' : 'waiting';
}

function byState(counts: readonly DoorbellCount[]): Funnel['doorbell'] {
  const of = (state: DoorbellState): number => counts.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0);
  return { waiting: of('waiting'), sent: of('sent'), refused: of('refused'), noCredit: of('no_credit'), unbound: of('unbound'), failed: of('failed') };
}

/** The most frequent first; different codes that read alike are one. */
function reasonsOf(counts: readonly DoorbellCount[]): Funnel['reasons'] {
  const byReason = new Map<string, number>();
  for (const { state, reason, count } of counts) {
    const text = reasonInChinese(state, reason);
    if (text) byReason.set(text, (byReason.get(text) ?? 0) + count);
  }
  return [...byReason].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}
