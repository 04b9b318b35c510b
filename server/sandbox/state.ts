import { AccessTokens } from './access-tokens.ts';
import { CallQuotas } from './call-quotas.ts';
import { DemoUsers } from './demo-users.ts';
import { EventPush } from './event-push.ts';
import { Faults } from './faults.ts';
import { MediaChecks } from './media-checks.ts';
import { OneTimeCodes } from './one-time-codes.ts';
import { OfficialAccounts } from './official-accounts.ts';
import type { SandboxSettings } from './options.ts';
import { PageLinks } from './page-links.ts';
import { ReceivedMessages } from './received-messages.ts';
import { SafetyWords } from './safety-words.ts';
import { Subscriptions } from './subscriptions.ts';

/** Everything that this WeChat knows; it ends with the process. */
export interface SandboxState {
  settings: SandboxSettings;
  now: () => number;
  quotas: CallQuotas;
  tokens: AccessTokens;
  codes: OneTimeCodes;
  users: DemoUsers;
  subscriptions: Subscriptions;
  messages: ReceivedMessages;
  mediaChecks: MediaChecks;
  safetyWords: SafetyWords;
  links: PageLinks;
  officialAccounts: OfficialAccounts;
  faults: Faults;
  events: EventPush;
}

export function emptyState(settings: SandboxSettings): SandboxState {
  const { clock: now, limits } = settings;
  const quotas = new CallQuotas(now, limits.quotas);
  return {
    settings,
    now,
    quotas,
    tokens: new AccessTokens(now, limits.tokenSeconds, quotas),
    codes: new OneTimeCodes(now, limits.usedCodeErrcode),
    users: new DemoUsers(now),
    subscriptions: new Subscriptions(),
    messages: new ReceivedMessages(),
    mediaChecks: new MediaChecks(now, limits.mediaCheckTakesMs),
    safetyWords: new SafetyWords(settings.safetyWords),
    links: new PageLinks(now),
    officialAccounts: new OfficialAccounts(settings.officialAccounts, now, limits.tokenSeconds, quotas),
    faults: new Faults(),
    events: new EventPush(now, limits.pushRetryMs),
  };
}
