import type { INestApplicationContext } from '@nestjs/common';
import { MembersService } from '../src/members/members.service.ts';
import { systemScope } from '../src/platform/access/mint.ts';
import { sampleTownCode } from '../src/demo/demo-people.ts';
import { SubscriptionsService } from '../src/subscriptions/subscriptions.service.ts';
import { TownsService } from '../src/towns/towns.service.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { sandboxAccount } from './sandbox-behind.ts';
import { sampleOpenid } from './seed/sample-town.ts';

/**
 * The sandbox forgets everything when it stops: gives every sample member with a phone their WeChat again, with the
 * credits that the server has in its ledger, and adds somebody whom no roster knows.
 */
export async function fillSandbox(app: INestApplicationContext, sandbox: Sandbox): Promise<void> {
  const town = await app.get(TownsService).byCode(sampleTownCode);
  if (!town) return;
  const scope = systemScope(town.id, 'sandbox');
  const members = app.get(MembersService);
  const people = await members.active(scope);
  const credits = await app.get(SubscriptionsService).creditsOf(scope, people.map(({ id }) => id));
  for (const member of people.sort((a, b) => a.name.localeCompare(b.name, 'zh'))) {
    const phone = members.phoneOf(member);
    if (phone === null) continue;
    sandbox.createUser({ openid: sampleOpenid(member), nickname: member.name, phone, credits: { [sandboxAccount.themeTemplate]: credits.get(member.id) ?? 0 } });
  }
  sandbox.createUser({ nickname: '不在名册里的人', phone: '13900000000' });
}
