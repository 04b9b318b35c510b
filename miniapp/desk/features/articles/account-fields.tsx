import { Check, TextField } from '../../components/field.tsx';
import { blameOn, type Failure } from '../../platform/failure.ts';
import type { AccountDraft } from './account-draft.ts';

/** Where a failure is shown beside its field. */
export const accountPlaces = ['appId', 'appSecret', 'name', 'author', 'push.token', 'push.aesKey'];

interface Props {
  draft: AccountDraft;
  /** The town has an account, with its secret. */
  known: boolean;
  failure: Failure | null;
  onChange: (part: Partial<AccountDraft>) => void;
}

export function AccountFields({ draft, known, failure, onChange }: Props) {
  const wrong = (field: string): string | null => blameOn(failure, field);
  return (
    <>
      <TextField label="公众号的名字" maxLength={40} value={draft.name} error={wrong('name')} onChange={(event) => onChange({ name: event.target.value })} />
      <TextField label="AppID" hint="公众号后台“设置与开发、基本配置”里，wx开头，不是小程序的" maxLength={18} value={draft.appId} error={wrong('appId')} onChange={(event) => onChange({ appId: event.target.value })} />
      <TextField label="AppSecret" type="password" autoComplete="new-password" hint={known ? '存着，不再显示。要换才填' : '同一页里，32位。存好以后谁也看不到'} maxLength={32} value={draft.appSecret} error={wrong('appSecret')} onChange={(event) => onChange({ appSecret: event.target.value })} />
      <TextField label="文章的作者" hint="显示在标题下面，最多16个字，可以不填" maxLength={16} value={draft.author} error={wrong('author')} onChange={(event) => onChange({ author: event.target.value })} />
      <Check label="小程序已关联到这个公众号（文章里能点进小程序）" checked={draft.linked} onChange={(linked) => onChange({ linked })} />
      <Check label="这个公众号能用接口发布（认证过的才有，个人号没有）" checked={draft.publishes} onChange={(publishes) => onChange({ publishes })} />
      {draft.publishes ? (
        <>
          <TextField label="消息推送的Token（可以不填）" type="password" autoComplete="new-password" hint={draft.pushed ? '存着。要换才填' : '填了，发布的结果由微信通知；不填，服务器自己去问'} maxLength={32} value={draft.pushToken} error={wrong('push.token')} onChange={(event) => onChange({ pushToken: event.target.value })} />
          <TextField label="EncodingAESKey（安全模式才填）" type="password" autoComplete="new-password" maxLength={43} value={draft.pushAesKey} error={wrong('push.aesKey')} onChange={(event) => onChange({ pushAesKey: event.target.value })} />
        </>
      ) : null}
    </>
  );
}
