import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { requireMonday } from '../platform/errors/require-monday.ts';
import type { Theme } from '../themes/theme.entity.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { DeliveriesRepository } from './deliveries.repository.ts';
import { reasonInChinese } from './doorbell-reasons.ts';
import type { DoorbellState } from './doorbell.entity.ts';
import { type DoorbellCount, DoorbellsRepository } from './doorbells.repository.ts';
import type { ThemePush } from './theme-push.entity.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';

type Funnel = Answer<'getThemePush'>;

const noDoorbells: Funnel['doorbell'] = { waiting: 0, sent: 0, refused: 0, noCredit: 0, unbound: 0, failed: 0 };

/** How a Monday's push went, in totals: who opened what is shown to nobody. */
@Injectable()
export class ThemePushesService {
  constructor(
    private readonly pushes: ThemePushesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly doorbells: DoorbellsRepository,
    private readonly themes: ThemesService,
    private readonly members: MembersService,
    private readonly checkIns: CheckInsService,
  ) {}

  /** @throws AppError THEME_NOT_MONDAY */
  async funnel(scope: TownScope, monday: string): Promise<Funnel> {
    requireMonday(monday);
    const push = await this.pushes.onMonday(scope, monday);
    return push ? this.ofPush(scope, push) : this.withoutPush(scope, monday);
  }

  private async ofPush(scope: TownScope, { id, monday, title, sentAt, settledAt }: ThemePush): Promise<Funnel> {
    const [counts, doorbells, checkedIn] = await Promise.all([this.deliveries.counts(scope, id), this.doorbells.counts(scope, id), this.checkIns.countsFor(scope, monday)]);
    return {
      ...{ monday, title, sentAt, checkedIn },
      state: settledAt === null ? 'sending' : 'done',
      members: counts.inbox + counts.paper,
      inbox: counts.inbox,
      paper: { total: counts.paper, handedOver: counts.handedOver },
      doorbell: byState(doorbells),
      reasons: reasonsOf(doorbells),
      read: counts.read,
    };
  }

  private async withoutPush(scope: TownScope, monday: string): Promise<Funnel> {
    const theme = await this.themes.onMonday(scope, monday);
    const members = await this.members.countActive(scope);
    const checkedIn = await this.checkIns.countsFor(scope, monday);
    const nothing = { inbox: 0, paper: { total: 0, handedOver: 0 }, doorbell: noDoorbells, reasons: [], read: 0 };
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
