import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { ask } from '../../components/ask.ts';
import { Button } from '../../components/button.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { TownTabs } from '../towns/town-tabs.tsx';
import { type Account, accountBody, type AccountDraft, draftOf } from './account-draft.ts';
import { AccountFields, accountPlaces } from './account-fields.tsx';

/** Which official account is the town's, and whether WeChat lets the server in. */
export function OfficialAccountPage() {
  const loaded = useLoaded('official-account', () => call('getOfficialAccount', {}));
  return (
    <Ready of={loaded}>
      {({ account, wechat }) => <AccountForm key={account?.setAt ?? 'new'} account={account} wechat={wechat} onSaved={(saved) => loaded.put({ account: saved, wechat })} />}
    </Ready>
  );
}

function AccountForm({ account, wechat, onSaved }: { account: Account | null; wechat: boolean; onSaved: (account: Account | null) => void }) {
  const [draft, setDraft] = useState<AccountDraft>(() => draftOf(account));
  const save = useAct();
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(account));
  useUnsaved(changed ? '公众号的设置改了还没保存' : null);
  const run = async (): Promise<void> => {
    if (await save.run(async () => onSaved(await call('setOfficialAccount', { body: accountBody(draft) })))) say('已保存');
  };
  const part = async (): Promise<void> => {
    const sure = await ask({ title: '断开公众号', text: 'AppSecret会从这里删掉。已经发布的文章和主题上的链接不受影响。', yes: '断开' });
    if (sure && (await save.run(() => call('removeOfficialAccount', {}).then(() => onSaved(null))))) say('已断开');
  };
  const actions = (
    <>
      {account ? <Button disabled={save.busy} onClick={() => void part()}>断开</Button> : null}
      <Button kind="primary" busy={save.busy} disabled={!changed} onClick={() => void run()}>{account ? '保存' : '连上公众号'}</Button>
    </>
  );
  return (
    <Page title="学校资料" aside={account ? `${account.setBy?.name ?? '维护系统的人'}${whenInChinese(account.setAt)}连的` : '还没有连公众号'} actions={actions}>
      <TownTabs now="/official-account" />
      <Pad narrow>
        <div className="stack">
          <FailureNote failure={save.failure} placed={accountPlaces} />
          {wechat ? null : <Note tone="amber">这台服务器没有接微信，草稿要手工做：在每周主题的“公众号”里复制正文，到公众号后台粘贴。</Note>}
          {account ? <Trial changed={changed} /> : <Note>连上以后，每周主题能直接做成公众号草稿。没有公众号、或不想连，也可以手工复制。</Note>}
          <AccountFields draft={draft} known={account !== null} failure={save.failure} onChange={(more) => setDraft({ ...draft, ...more })} />
        </div>
      </Pad>
    </Page>
  );
}

/** Asks WeChat for a token, with what is saved. */
function Trial({ changed }: { changed: boolean }) {
  const [result, setResult] = useState<Answer<'checkOfficialAccount'> | null>(null);
  const trial = useAct();
  return (
    <div className="stack">
      <p className="row">
        <Button small busy={trial.busy} disabled={changed} onClick={() => void trial.run(async () => setResult(await call('checkOfficialAccount', {})))}>试一试能不能连上</Button>
        <span className="note-size minor">{changed ? '先保存，再试' : '只问一声微信，不会发任何东西'}</span>
      </p>
      <FailureNote failure={trial.failure} />
      {result ? <Note tone={result.ok ? 'green' : 'amber'} role="status">{result.message}</Note> : null}
    </div>
  );
}
