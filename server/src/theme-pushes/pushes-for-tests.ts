import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { Planning } from '../../test/planning.ts';
import { sandboxTemplate } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../../test/test-server.ts';
import { BindingsService } from '../logins/bindings.service.ts';

export const tuesdayBefore = '2026-11-24T15:00:00+08:00';
export const monday = '2026-11-30';
export const at = (time: string, date = monday): string => `${date}T${time}+08:00`;

/** A member with a phone, and how WeChat knows them. */
export interface Bound extends Actor {
  readonly openid: string;
}

/** A town before its Monday, on a server with a WeChat beside it. */
export class PushedTown {
  private constructor(
    readonly server: TestServer,
    readonly planning: Planning,
  ) {}

  static async start(options: TestServerOptions = {}): Promise<PushedTown> {
    const server = await startTestServer({ wechat: true, now: tuesdayBefore, ...options });
    return new PushedTown(server, await Planning.in(server));
  }

  get town(): MadeTown {
    return this.planning.town;
  }

  /** Bound to WeChat, with credits on both sides. */
  async bound(credits = 1, openid?: string): Promise<Bound> {
    const { server, town } = this;
    const actor = await server.make.actor({ town });
    const known = openid ?? server.sandbox.createUser({ nickname: actor.member.name }).openid;
    await server.make.act(town, () => server.get(BindingsService).bind(actor.member, known));
    for (let time = 0; time < credits; time += 1) await this.accept({ ...actor, openid: known });
    return { ...actor, openid: known };
  }

  /** One tap on the phone: WeChat and the ledger count one each. */
  async accept({ api, openid }: Bound): Promise<void> {
    this.server.sandbox.answerSubscriptions(openid, { answers: { [sandboxTemplate]: 'accept' } });
    await api.call('addSubscriptionAnswer', { body: { clientId: randomUUID(), answers: { [sandboxTemplate]: 'accept' } } });
  }

  /** Lets the jobs of this moment run. */
  async run(when: string): Promise<void> {
    this.server.at(when);
    await this.server.runJob('theme-push');
    await this.server.runJob('doorbells');
  }

  /** As the admin sees it, with a fresh login: weeks may have passed. */
  async funnel(week = monday): Promise<Answer<'getThemePush'>> {
    const api = await this.server.make.login(this.planning.admin.member);
    return api.call('getThemePush', { params: { monday: week } });
  }

  rungOn({ openid }: Bound): number {
    return this.server.sandbox.listMessages(openid).total;
  }

  async creditsOf({ member }: Bound): Promise<number> {
    return (await (await this.server.make.login(member)).call('getMySubscription')).credits;
  }

  async deliveriesOf({ api }: Actor): Promise<Answer<'listMyDeliveries'>['items']> {
    return (await api.call('listMyDeliveries')).items;
  }
}
