import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';

export type Account = NonNullable<Answer<'getOfficialAccount'>['account']>;

/** An official account as it stands in the form; secrets are empty until somebody types them. */
export interface AccountDraft {
  appId: string;
  name: string;
  author: string;
  publishes: boolean;
  linked: boolean;
  pushed: boolean;
  appSecret: string;
  pushToken: string;
  pushAesKey: string;
}

export const blankAccount: AccountDraft = { appId: '', name: '', author: '', publishes: false, linked: false, pushed: false, appSecret: '', pushToken: '', pushAesKey: '' };

export function draftOf(account: Account | null): AccountDraft {
  if (!account) return blankAccount;
  const { appId, name, author, publishes, linked, pushed } = account;
  return { ...blankAccount, appId, name, author, publishes, linked, pushed };
}

/** A secret that is left empty stays as it is kept. */
export function accountBody({ appId, name, author, publishes, linked, appSecret, pushToken, pushAesKey }: AccountDraft): Request<'setOfficialAccount'>['body'] {
  const secret = appSecret.trim() ? { appSecret: appSecret.trim() } : {};
  const push = pushToken.trim() ? { push: { token: pushToken.trim(), aesKey: pushAesKey.trim() || null } } : {};
  return { appId: appId.trim(), name: name.trim(), author: author.trim(), publishes, linked, ...secret, ...push };
}
