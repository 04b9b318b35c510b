import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import styles from '@/features/account/Account.module.scss';
import { arrive } from '@/features/account/arrive';
import { Binding } from '@/features/account/Binding';
import { ChooseMember } from '@/features/account/ChooseMember';
import { DemoPeople } from '@/features/account/DemoPeople';
import { useAct } from '@/platform/act';
import { linkSecret, type LoginAnswer, loginByLink, loginByWechat, logout } from '@/platform/login';
import { useSession } from '@/platform/session';

/** 登录: WeChat's login, then at most one of choosing a member or binding to one. */
export default function LoginPage() {
  const [answer, setAnswer] = useState<LoginAnswer | null>(null);
  const { busy, fault, run } = useAct();
  const on = (next: LoginAnswer) => (next.state === 'logged_in' ? arrive() : setAnswer(next));
  useEffect(() => {
    const secret = linkSecret();
    if (secret) run(() => loginByLink(secret).then(arrive));
    // The link is read once, as the page opens.
  }, []);
  return (
    <Page title="登录" switching>
      {answer?.state === 'choose' && <ChooseMember {...answer} />}
      {answer?.state === 'unbound' && <Binding ticket={answer.ticket} onAnswer={on} />}
      {answer === null && (
        <>
          <Current />
          <Wechat busy={busy} onTap={() => run(async () => on(await loginByWechat()))} />
          {fault && (
            <NoteBar tone="amber" icon="triangle-alert">
              {fault}
            </NoteBar>
          )}
          <DemoPeople onAnswer={on} />
        </>
      )}
    </Page>
  );
}

function Wechat({ busy, onTap }: { busy: boolean; onTap: () => void }) {
  if (process.env.TARO_ENV === 'h5') return null;
  return (
    <Card>
      <Words as="page">用微信登录</Words>
      <Words as="minor">登录以后，打卡和得分记在你的名下。没有手机或不想登录，可以请组长记在纸上，一样算数。</Words>
      <View className={styles.acts}>
        <Button busy={busy} onTap={onTap}>
          微信登录
        </Button>
      </View>
    </Card>
  );
}

function Current() {
  const name = useSession(({ caller }) => caller?.member?.name ?? caller?.operator?.name ?? null);
  if (!name) return null;
  return (
    <Card>
      <Words as="title">现在是{name}</Words>
      <View className={styles.acts}>
        <Button kind="line" onTap={() => void logout()}>
          退出登录
        </Button>
      </View>
    </Card>
  );
}
