import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { mayRingAt, messageInstant, reminderSlot } from '@weidangxiao/shared/rules/doorbell.ts';
import { addDays, businessDate, mondayOf, startOf } from '@weidangxiao/shared/rules/week.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import { DoorbellsService } from '../doorbells/doorbells.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { OwnScope, SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { oneByOne } from '../platform/jobs/one-by-one.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { TownsService } from '../towns/towns.service.ts';
import type { CheckInReminder } from './check-in-reminder.entity.ts';
import { CheckInRemindersRepository } from './check-in-reminders.repository.ts';

/** A member who asked for it is reminded once a week, at the day and hour of their own choice, and only while the check-in is missing. */
@Injectable()
export class CheckInRemindersService {
  constructor(
    private readonly reminders: CheckInRemindersRepository,
    private readonly themes: ThemesService,
    private readonly checkIns: CheckInsService,
    private readonly members: MembersService,
    private readonly doorbells: DoorbellsService,
    private readonly towns: TownsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** `offered` is false where the host has no template for it. */
  async mine(scope: OwnScope): Promise<Answer<'getMyCheckInReminder'>> {
    const row = await this.reminders.mine(scope);
    return { offered: this.isOffered(), slot: row && { weekday: row.weekday, hour: row.hour } };
  }

  /** Null takes it back. @throws AppError REMINDERS_OFF */
  async set(scope: OwnScope, { slot }: Input<'setMyCheckInReminder'>['body']): Promise<Answer<'getMyCheckInReminder'>> {
    if (slot && !this.isOffered()) throw new AppError('REMINDERS_OFF');
    await this.acts.perform(scope, () => (slot ? this.reminders.set(scope, { ...slot, changedAt: this.clock.now() }) : this.reminders.remove(scope)), { target: scope.memberId });
    return this.mine(scope);
  }

  async remindAll(): Promise<void> {
    if (!this.isOffered() || !mayRingAt(this.clock.now())) return;
    await oneByOne(await this.towns.all(), ({ id }) => this.remindIn(systemScope(id, 'check-in-reminders')));
  }

  /** This hour's, and those of today's earlier hours that nobody was there to send. */
  private async remindIn(scope: SystemScope): Promise<void> {
    const now = this.clock.now();
    const { weekday, hour } = reminderSlot(now);
    const monday = mondayOf(now);
    const wanted = await this.reminders.upTo(scope, weekday, hour);
    if (wanted.length === 0 || (await this.themes.onMonday(scope, monday))?.state !== 'sent') return;
    for (const [slotHour, rows] of Map.groupBy(wanted, (row) => row.hour)) await this.remindAt(scope, monday, `${monday}:${weekday}:${slotHour}`, rows);
  }

  private async remindAt(scope: SystemScope, monday: string, subject: string, rows: readonly CheckInReminder[]): Promise<void> {
    if (await this.doorbells.about(scope, 'check_in_reminder', subject)) return;
    const theme = await this.themes.onMonday(scope, monday);
    const memberIds = await this.missing(scope, monday, rows.map(({ memberId }) => memberId));
    const today = businessDate(this.clock.now());
    const announcement = { title: theme?.title ?? '', date: messageInstant(this.clock.now()), hint: '这一周还没打卡，读完点一下', page: `pages/week/index?monday=${monday}` };
    const round = { kind: 'check_in_reminder', subject, announcement, endsAt: startOf(addDays(today, 1)) } as const;
    if (memberIds.length > 0) await this.acts.perform(scope, () => this.doorbells.announce(scope, round, memberIds), { act: 'check-in.reminded', target: subject });
  }

  private async missing(scope: SystemScope, monday: string, memberIds: readonly string[]): Promise<string[]> {
    const [done, people] = await Promise.all([this.checkIns.membersOn(scope, [monday]), this.members.briefs(scope, memberIds)]);
    const there = new Set(done);
    return memberIds.filter((id) => !there.has(id) && people.get(id)?.state === 'active');
  }

  private isOffered(): boolean {
    return this.doorbells.rings('check_in_reminder');
  }
}
