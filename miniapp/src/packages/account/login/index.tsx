import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import styles from '@/features/account/Account.module.scss';
import { arrive } from '@/features/account/arrive';
import { Binding } from '@/features/account/Binding';
import { ChooseMember } from '@/features/account/ChooseMember';
import { DemoPeople } from '@/features/account/DemoPeople';
import { KnownPeople } from '@/features/account/KnownPeople';
import { useAct } from '@/platform/act';
import { hasWechat, linkSecret, loginAsAnother, type LoginAnswer, loginByLink, loginByWechat } from '@/platform/login';

/** 登录: WeChat's login, then at most one of choosing a member or binding to one. With `another`, one more person for this phone. */
export default function LoginPage() {
  const another = (useRouter().params as { another?: string }).another === '1';
  const [answer, setAnswer] = useState<LoginAnswer | null>(null);
  const { busy, fault, run } = useAct();
  const on = (next: LoginAnswer) => (next.state === 'logged_in' ? arrive() : setAnswer(next));
  useEffect(() => {
    const secret = linkSecret();
    if (secret) run(() => loginByLink(secret).then(arrive));
    // The link is read once, as the page opens.
  }, []);
  return (
    <Page title={another ? '加一个人' : '登录'} switching>
      {answer?.state === 'choose' && <ChooseMember {...answer} />}
      {answer?.state === 'unbound' && <Binding ticket={answer.ticket} another={another} onAnswer={on} />}
      {answer === null && (
        <>
          {hasWechat() && (another ? <Another busy={busy} onTap={() => run(async () => on(await loginAsAnother()))} /> : <Wechat busy={busy} onTap={() => run(async () => on(await loginByWechat()))} />)}
          <Fault>{fault}</Fault>
          {!another && (
            <View className={styles.section}>
              <KnownPeople />
            </View>
          )}
          {!(another && hasWechat()) && <DemoPeople onAnswer={on} />}
        </>
      )}
    </Page>
  );
}

function Wechat({ busy, onTap }: { busy: boolean; onTap: () => void }) {
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

function Another({ busy, onTap }: { busy: boolean; onTap: () => void }) {
  return (
    <Card>
      <Words as="page">让另一位也用这部手机</Words>
      <Words as="minor">请他先看一遍隐私说明，再填组长给的邀请码。以后两个人在这部手机上换着用，各记各的。</Words>
      <View className={styles.acts}>
        <Button busy={busy} onTap={onTap}>
          现在加
        </Button>
      </View>
    </Card>
  );
}
