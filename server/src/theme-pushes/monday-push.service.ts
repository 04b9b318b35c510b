import { Injectable } from '@nestjs/common';
import { messageInstant } from '@weidangxiao/shared/rules/doorbell.ts';
import { pushDue } from '@weidangxiao/shared/rules/theme.ts';
import { isoWeek, mondayOf, pushInstant, weekEndsAt, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { Announcement } from '../doorbells/doorbell-round.entity.ts';
import { DoorbellsService } from '../doorbells/doorbells.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { Theme } from '../themes/theme.entity.ts';
import { HolidaysService } from '../themes/holidays.service.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { TownsService } from '../towns/towns.service.ts';
import { oneByOne } from '../platform/jobs/one-by-one.ts';
import { PushNews } from './push-news.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';

/** Monday 08:00: one push a town and week, however many replicas look at the clock. */
@Injectable()
export class MondayPushService {
  /** Town -> what its people were told was not sent. Another replica may tell too: the notices' keys make it one. */
  private readonly told = new Map<string, string>();

  constructor(
    private readonly pushes: ThemePushesRepository,
    private readonly themes: ThemesService,
    private readonly holidays: HolidaysService,
    private readonly towns: TownsService,
    private readonly doorbells: DoorbellsService,
    private readonly news: PushNews,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due, gives up what is over, and says what should be due and is not there. */
  async pushAll(): Promise<void> {
    await oneByOne(await this.towns.all(), ({ id }) => this.pushIn(systemScope(id, 'theme-push')));
  }

  private async pushIn(scope: SystemScope): Promise<void> {
    const monday = mondayOf(this.clock.now());
    for (const theme of await this.themes.overdue(scope)) await this.giveUp(scope, theme);
    const due = await this.themes.dueForPush(scope, monday);
    if (due) await this.push(scope, due);
    else await this.tellIfNothingGoes(scope, monday);
  }

  /** The theme becomes sent and the push is there, both or neither; who comes second finds the theme sent. */
  private push(scope: SystemScope, { id: themeId, monday, title }: Theme): Promise<void> {
    const push = { id: randomUUID(), themeId, monday, title, expandedTo: null, expandedAt: null };
    return this.database.write(async () => {
      const sentAt = this.clock.now();
      if (!(await this.themes.markSent(scope, themeId, sentAt))) return;
      await this.acts.perform(scope, async () => {
        await this.pushes.insert(scope, { ...push, sentAt });
        await this.doorbells.begin(scope, push.id, { kind: 'theme', subject: monday, announcement: announcementOf(push), endsAt: weekEndsAt(monday) });
      }, { act: 'theme-push.sent', target: push.id });
    });
  }

  private giveUp(scope: SystemScope, { id }: Theme): Promise<void> {
    return this.database.write(async () => {
      if (await this.themes.markMissed(scope, id)) await this.acts.perform(scope, async () => undefined, { act: 'theme.missed', target: id });
    });
  }

  /** Neither a theme that is approved nor a holiday: nothing goes out, and somebody has to know. */
  private async tellIfNothingGoes(scope: SystemScope, monday: string): Promise<void> {
    const theme = await this.themes.onMonday(scope, monday);
    const unsent = theme?.id ?? monday;
    const verdict = pushDue({ monday, state: theme?.state ?? 'draft', now: this.clock.now() });
    if (verdict !== 'not_approved' || this.told.get(scope.townId) === unsent || (await this.holidays.on(scope, monday))) return;
    const act = theme ? 'theme.not-approved' : 'theme.none';
    await this.acts.perform(scope, () => (theme ? this.news.notApproved(scope, theme) : this.news.nothing(scope, monday)), { act, target: unsent });
    this.told.set(scope.townId, unsent);
  }
}

/** What a phone shows on Monday; a tap opens the week. */
function announcementOf({ monday, title }: { monday: string; title: string }): Announcement {
  const hint = `${weekNumberInChinese(isoWeek(monday).week)}的主题，点开就能读`;
  return { title, date: messageInstant(pushInstant(monday)), hint, page: `pages/week/index?monday=${monday}` };
}
