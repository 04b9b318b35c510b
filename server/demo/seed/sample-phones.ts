import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { sampleTownCode } from '../../src/demo/demo-people.ts';
import { BindingsService } from '../../src/logins/bindings.service.ts';
import type { Member } from '../../src/members/member.entity.ts';
import { MembersService } from '../../src/members/members.service.ts';
import { systemScope } from '../../src/platform/access/mint.ts';
import type { OwnScope } from '../../src/platform/access/scope.ts';
import { SubscriptionsService } from '../../src/subscriptions/subscriptions.service.ts';
import { TownsService } from '../../src/towns/towns.service.ts';
import { sandboxTemplates } from '../sandbox-behind.ts';
import { asPerson } from './as-person.ts';
import { sampleOpenid } from './sample-town.ts';

/** The sample members' phones in the sandbox, which forgets everything when it stops. */
export class SamplePhones {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly sandbox: Sandbox,
  ) {}

  /** Everybody with a phone gets their WeChat (again), with the credits of the server's ledger; and one whom no roster knows. */
  async handOut(): Promise<void> {
    const town = await this.app.get(TownsService).byCode(sampleTownCode);
    if (!town) return;
    const scope = systemScope(town.id, 'sandbox');
    const people = (await this.app.get(MembersService).active(scope)).sort((a, b) => a.name.localeCompare(b.name, 'zh'));
    const ids = people.map(({ id }) => id);
    const credits = await this.app.get(SubscriptionsService).creditsOf(scope, ids);
    const openids = await this.app.get(BindingsService).openIdsOf(scope, ids);
    for (const member of people) this.handOutTo(member, openids.get(member.id) ?? sampleOpenid(member), credits.get(member.id) ?? 0);
    this.sandbox.createUser({ nickname: '不在名册里的人', phone: '13900000000' });
  }

  /** The person opens the mini-program. */
  async open(member: Member): Promise<void> {
    const openid = await this.openidOf(member);
    if (openid) this.sandbox.visit(openid);
  }

  /** The person taps "收到提醒" in WeChat, and the app tells the server. */
  async wantDoorbell(member: Member): Promise<void> {
    const { id: themeTemplate } = sandboxTemplates.theme;
    const openid = await this.openidOf(member);
    if (!openid) return;
    this.sandbox.answerSubscriptions(openid, { answers: { [themeTemplate]: 'accept' } });
    const body = { clientId: randomUUID(), answers: { [themeTemplate]: 'accept' as const } };
    await asPerson(member, 'own', 'addSubscriptionAnswer', (scope: OwnScope) => this.app.get(SubscriptionsService).addAnswer(scope, body));
  }

  private async openidOf({ id, townId }: Member): Promise<string | null | undefined> {
    return (await this.app.get(BindingsService).openIdsOf(systemScope(townId, 'sandbox'), [id])).get(id);
  }

  private handOutTo(member: Member, openid: string, credits: number): void {
    const phone = this.app.get(MembersService).phoneOf(member);
    if (phone === null || this.sandbox.listUsers({ limit: 200 }).items.some((user) => user.openid === openid)) return;
    this.sandbox.createUser({ openid, nickname: member.name, phone, credits: { [sandboxTemplates.theme.id]: credits } });
    this.sandbox.visit(openid);
  }
}
