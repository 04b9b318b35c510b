import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import type { HostScope, Scope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vault } from '../platform/crypto/vault.ts';
import { Log } from '../platform/log/log.ts';
import type { WechatApp } from '../platform/wechat/wechat-api.ts';
import { WechatApis } from '../platform/wechat/wechat-apis.ts';
import { WechatRefused, WechatUnreachable } from '../platform/wechat/wechat-failures.ts';
import { TownsService } from '../towns/towns.service.ts';
import { type PushApp, PushApps } from '../wechat-events/push-apps.service.ts';
import { tokenFailure } from './account-failures.ts';
import type { OfficialAccount } from './official-account.entity.ts';
import { OfficialAccountsRepository } from './official-accounts.repository.ts';

type Wanted = Input<'setOfficialAccount'>['body'];
type Shown = Answer<'setOfficialAccount'>;

/** The account as the articles need it. */
export type KnownAccount = Pick<OfficialAccount, 'name' | 'author' | 'publishes' | 'linked'> & { readonly app: WechatApp };

const secretColumn = 'official_accounts.app_secret';
const pushColumn = 'official_accounts.push_secrets';

/** A town's official account. Its secret is sealed, goes to WeChat alone, and is shown to nobody again. */
@Injectable()
export class OfficialAccountsService implements OnModuleInit {
  constructor(
    private readonly accounts: OfficialAccountsRepository,
    private readonly members: MembersService,
    private readonly towns: TownsService,
    private readonly apis: WechatApis,
    private readonly pushApps: PushApps,
    private readonly vault: Vault,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.pushApps.add((appId) => this.pushApp(appId));
  }

  async shown(scope: TownScope): Promise<Answer<'getOfficialAccount'>> {
    const account = await this.accounts.own(scope);
    return { account: account && (await this.viewOf(scope, account)), wechat: this.apis.isOn };
  }

  set(scope: TownScope, wanted: Wanted): Promise<Shown> {
    return this.acts.perform(scope, () => this.put(scope, scope, wanted), { target: wanted.appId });
  }

  /** For a town whose admins leave it to the host. @throws AppError NOT_FOUND */
  async setFor(scope: HostScope, townId: string, wanted: Wanted): Promise<Shown> {
    const town = systemScope(townId, 'official-account');
    await this.towns.own(town);
    // The town's own audit says that it was done, the host's by whom.
    return this.acts.perform(scope, () => this.acts.perform(town, () => this.put(town, scope, wanted), { act: 'official-account.set', target: wanted.appId }), { target: townId });
  }

  async remove(scope: TownScope): Promise<void> {
    await this.acts.perform(scope, async () => {
      if (!(await this.accounts.remove(scope))) throw new AppError('NOT_FOUND');
    });
  }

  /** Asks WeChat for a token and says what stands in the way. @throws AppError OFFICIAL_ACCOUNT_MISSING */
  async check(scope: TownScope): Promise<Answer<'checkOfficialAccount'>> {
    const account = await this.known(scope);
    if (!account) throw new AppError('OFFICIAL_ACCOUNT_MISSING');
    const result = await this.tried(account.app);
    return this.acts.perform(scope, async () => result, { target: account.app.appId });
  }

  /** Who may push messages here for this app; the first town that knows it. */
  async pushApp(appId: string): Promise<PushApp | null> {
    const account = await this.accounts.pushed(hostScope(), appId);
    if (!account?.pushSecrets) return null;
    const { token, aesKey } = JSON.parse(this.vault.open(account.pushSecrets, { townId: account.townId, column: pushColumn })) as { token: string; aesKey: string | null };
    return { appId, token, aesKey: aesKey === null ? null : Buffer.from(`${aesKey}=`, 'base64') };
  }

  /** With its secret opened, for whoever speaks to WeChat in its name; null where the town has none. */
  async known(scope: TownScope): Promise<KnownAccount | null> {
    const account = await this.accounts.own(scope);
    if (!account) return null;
    const { appId, name, author, publishes, linked } = account;
    return { name, author, publishes, linked, app: { appId, appSecret: this.vault.open(account.appSecret, { townId: scope.townId, column: secretColumn }) } };
  }

  private async tried(app: WechatApp): Promise<{ ok: boolean; message: string }> {
    try {
      await this.apis.check(app);
      return { ok: true, message: '连上了，可以做草稿' };
    } catch (error) {
      if (!(error instanceof WechatRefused) && !(error instanceof WechatUnreachable) && !(error instanceof AppError)) throw error;
      this.log.warn('An official account could not be reached', { error });
      return { ok: false, message: tokenFailure(error) };
    }
  }

  private async put(scope: TownScope, by: Scope, { appSecret, push, ...wanted }: Wanted): Promise<Shown> {
    const known = await this.accounts.own(scope);
    const before = known?.appId === wanted.appId ? known : null;
    const sealed = appSecret ? this.sealed(scope, appSecret, secretColumn) : before?.appSecret;
    const pushSecrets = push ? this.sealed(scope, JSON.stringify(push), pushColumn) : push === null ? null : (before?.pushSecrets ?? null);
    if (!sealed) throw new AppError('INPUT_INVALID', { field: 'appSecret', detail: { reason: '换了公众号，或第一次连，要填AppSecret' } });
    const account = { ...wanted, appSecret: sealed, pushSecrets, setAt: this.clock.now(), setBy: by.memberId };
    await this.accounts.put(scope, account);
    return this.viewOf(scope, { ...account, townId: scope.townId });
  }

  private sealed({ townId }: TownScope, plain: string, column: string): string {
    return this.vault.seal(plain, { townId, column });
  }

  private async viewOf(scope: TownScope, { appId, name, author, publishes, linked, pushSecrets, setAt, setBy }: OfficialAccount): Promise<Shown> {
    const people = await this.members.people(scope, [setBy]);
    return { appId, name, author, publishes, linked, pushed: pushSecrets !== null, setAt, setBy: (setBy && people.get(setBy)) || null };
  }
}
