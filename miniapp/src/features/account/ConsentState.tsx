import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { agree, withdrawConsent } from '@/platform/login';
import { useSession } from '@/platform/session';
import styles from './Account.module.scss';

/** What this member has agreed to, and the way to say otherwise. */
export function ConsentState({ version, onWithdraw }: { version: string; onWithdraw: () => void }) {
  const given = useSession(({ caller }) => caller?.consentVersion ?? null);
  const asked = useSession(({ caller }) => Boolean(caller?.member));
  const { busy, fault, run } = useAct();
  if (!asked) return null;
  return (
    <Card>
      <Words as="title">{given === version ? '你已经同意' : given === null ? '你还没有同意，或者已经收回' : '说明改过了，请再看一遍'}</Words>
      <Words as="minor">{given === version ? `同意的是上面这一版（${given}）。随时可以收回。` : '不同意也能看每周的主题；打卡可以请组长记在纸上，一样算数。'}</Words>
      <View className={styles.acts}>
        {given !== version && (
          <Button busy={busy} onTap={() => run(() => agree(version))}>
            同意
          </Button>
        )}
        {given !== null && (
          <Button kind="line" onTap={onWithdraw}>
            收回同意
          </Button>
        )}
      </View>
      <Fault>{fault}</Fault>
    </Card>
  );
}

const consequences = ['从现在起，不再用手机记录你的学习，微信也不再提醒。', '已经记下的都还在，分数不变。', '打卡可以请组长记在纸上，一样算数。', '以后想再用手机，在这一页点“同意”，或重新登录时同意。'];

/** What withdrawing means, before it is done. */
export function WithdrawSheet({ onClose }: { onClose: () => void }) {
  const { busy, fault, run } = useAct();
  return (
    <Sheet title="收回同意？" onClose={onClose}>
      {consequences.map((sentence) => (
        <Words key={sentence} className={styles.line}>
          {sentence}
        </Words>
      ))}
      <Fault>{fault}</Fault>
      <View className={styles.acts}>
        <Button kind="line" busy={busy} onTap={() => run(() => withdrawConsent().then(onClose))}>
          收回同意
        </Button>
        <Button kind="plain" onTap={onClose}>
          不收回
        </Button>
      </View>
    </Sheet>
  );
}
