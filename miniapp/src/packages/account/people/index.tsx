import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import styles from '@/features/account/Account.module.scss';
import { KnownPeople } from '@/features/account/KnownPeople';
import { mayHandOver, mayLogout } from '@/features/account/leave';
import { Self } from '@/features/me/Self';
import { useAct } from '@/platform/act';
import { logout } from '@/platform/login';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 换人用: several people, one handset. Each finds their own records, drafts and what waits; nothing mixes. */
export default function PeoplePage() {
  const caller = useSession((session) => session.caller);
  const { busy, run } = useAct();
  const leave = async (): Promise<void> => {
    if (await mayLogout()) await logout();
  };
  const add = async (): Promise<void> => {
    if (await mayHandOver()) open('packages/account/login/index', { another: '1' });
  };
  return (
    <Page title="换人用">
      {caller && <Words as="minor">现在用的是</Words>}
      {caller ? <Self caller={caller} /> : <EmptyState icon="user" title="现在没有人登录" text="看每周的主题不用登录。要打卡、看得分，选一位，或者加一位。" />}
      <KnownPeople />
      <View className={styles.acts}>
        <Button kind="line" onTap={() => run(add)}>
          加一个人
        </Button>
        {caller && (
          <Button kind="plain" icon="log-out" busy={busy} onTap={() => run(leave)}>
            退出登录
          </Button>
        )}
      </View>
      <Words as="note" className={styles.section}>
        家里几个人合用一部手机，各人的打卡、草稿和得分分开放。用完换一下，别人看不到你的。
      </Words>
    </Page>
  );
}
