import type { DoorbellKind, DoorbellState } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { randomUUID } from 'node:crypto';
import { DoorbellsService } from '../src/doorbells/doorbells.service.ts';
import { BindingsService } from '../src/logins/bindings.service.ts';
import type { Actor, MadeTown } from './factory.ts';
import type { TestServer } from './test-server.ts';

/** A member's phone, for one kind of message: what they allowed WeChat, and what it shows. */
export class WechatPhone {
  private constructor(
    private readonly server: TestServer,
    private readonly owner: Actor,
    private readonly templateId: string,
    private readonly openid: string,
  ) {}

  /** Bound to WeChat; so many taps have allowed one message each. */
  static async of(server: TestServer, owner: Actor, templateId: string, taps = 1): Promise<WechatPhone> {
    const { openid } = server.sandbox.createUser({ nickname: owner.member.name });
    await server.make.act(owner.town, () => server.get(BindingsService).bind(owner.member, openid));
    const phone = new WechatPhone(server, owner, templateId, openid);
    for (let tap = 0; tap < taps; tap += 1) await phone.allow();
    return phone;
  }

  /** One tap: WeChat and the ledger count one each. */
  async allow(): Promise<void> {
    const answers = { [this.templateId]: 'accept' } as const;
    this.server.sandbox.answerSubscriptions(this.openid, { answers });
    await (await this.server.make.login(this.owner.member)).call('addSubscriptionAnswer', { body: { clientId: randomUUID(), answers } });
  }

  /** Newest first, by the field names of the template; of other templates none. */
  messages(): { readonly page: string | null; readonly fields: Record<string, string> }[] {
    const mine = this.server.sandbox.listMessages(this.openid).items.filter(({ templateId }) => templateId === this.templateId);
    return mine.map(({ page, fields }) => ({ page, fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])) }));
  }

  get rung(): number {
    return this.messages().length;
  }

  async credits(): Promise<number> {
    const { kinds } = await (await this.server.make.login(this.owner.member)).call('getMySubscription');
    return kinds.find(({ templateId }) => templateId === this.templateId)?.credits ?? 0;
  }
}

/** Where the doorbells of one announcement stand; null where nothing was announced. */
export async function doorbellsOf(server: TestServer, { scope }: MadeTown, kind: DoorbellKind, subject: string): Promise<Partial<Record<DoorbellState, number>> | null> {
  const doorbells = server.get(DoorbellsService);
  const round = await doorbells.about(scope, kind, subject);
  return round && Object.fromEntries((await doorbells.counts(scope, round.id)).map(({ state, count }) => [state, count]));
}
