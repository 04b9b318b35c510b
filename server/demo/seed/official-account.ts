import type { INestApplicationContext } from '@nestjs/common';
import { OfficialAccountsService } from '../../src/official-accounts/official-accounts.service.ts';
import type { WholeTownScope } from '../../src/platform/access/scope.ts';
import { sandboxOfficialAccount } from '../sandbox-behind.ts';
import { asPerson } from './as-person.ts';
import type { SampleTown } from './sample-town.ts';

/** The town's account at the demo's own WeChat; its articles are for whoever tries it. */
export async function seedOfficialAccount(app: INestApplicationContext, { admin }: SampleTown): Promise<void> {
  const { appId, appSecret, name, publishes } = sandboxOfficialAccount;
  const body = { appId, appSecret, name, author: '龙凤微党校', publishes, linked: true };
  await asPerson(admin, 'town', 'setOfficialAccount', (scope: WholeTownScope) => app.get(OfficialAccountsService).set(scope, body));
}
