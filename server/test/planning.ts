import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { addDays, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { ThemesService } from '../src/themes/themes.service.ts';
import type { Actor, MadeTown } from './factory.ts';
import type { TestServer } from './test-server.ts';

export type ThemeAnswer = Answer<'getTheme'>;

interface Wanted {
  readonly monday?: string;
  readonly title?: string;
  readonly lead?: string;
  readonly lessonIds?: string[];
  readonly articleUrl?: string | null;
}

/** A town with those who plan its themes: the admin writes, the approver reads and approves. */
export class Planning {
  private constructor(
    private readonly server: TestServer,
    readonly town: MadeTown,
    readonly admin: Actor,
    readonly approver: Actor,
  ) {}

  static async in(server: TestServer, at?: MadeTown): Promise<Planning> {
    const town = at ?? (await server.make.town());
    const admin = await server.make.actor({ town, roles: ['admin'] });
    return new Planning(server, town, admin, await server.make.actor({ town, roles: ['approver'] }));
  }

  async lesson(title = '红旗渠，一锤一钎修出来'): Promise<string> {
    const blocks = [{ type: 'paragraph' as const, runs: [{ text: '十年，一千五百公里。' }] }];
    return (await this.admin.api.call('createLesson', { body: { title, category: 'history', blocks } })).id;
  }

  /** For the coming Monday unless told, with one new lesson unless told. */
  async draft({ lessonIds, ...wanted }: Wanted = {}): Promise<ThemeAnswer> {
    const monday = addDays(mondayOf(this.server.now()), 7);
    return this.admin.api.call('createTheme', { body: { monday, title: '冬闲不闲，学点真本事', lessonIds: lessonIds ?? [await this.lesson()], ...wanted } });
  }

  async inReview(wanted?: Wanted): Promise<ThemeAnswer> {
    return this.admin.api.call('submitTheme', { params: { id: (await this.draft(wanted)).id } });
  }

  async scheduled(wanted?: Wanted): Promise<ThemeAnswer> {
    return this.approver.api.call('approveTheme', { params: { id: (await this.inReview(wanted)).id } });
  }

  /** As its push marks it, at this very moment; without deliveries. */
  async sent(wanted?: Wanted): Promise<ThemeAnswer> {
    const { id } = await this.scheduled(wanted);
    await this.markSent(id);
    return this.admin.api.call('getTheme', { params: { id } });
  }

  markSent(themeId: string): Promise<boolean> {
    return this.server.make.act(this.town, () => this.server.get(ThemesService).markSent(this.town.scope, themeId, this.server.now()));
  }

  async noticesOf(actor: Actor): Promise<string[]> {
    const { items } = await actor.api.call('listNotices', {});
    return items.map(({ title, text }) => `${title}：${text}`);
  }
}
