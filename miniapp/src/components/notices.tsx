import { View } from '@tarojs/components';
import { businessNow } from '@/platform/clock';
import { useDemo } from '@/platform/demo';
import { useNetwork } from '@/platform/network';
import { open } from '@/platform/navigation';
import { dismiss, useOutbox } from '@/platform/outbox';
import { useSession } from '@/platform/session';
import { Button } from './Button';
import { recently } from './dates';
import { NoteBar } from './NoteBar';
import styles from './notices.module.scss';
import { Tap } from './Tap';

/** On every page of the demo. */
export function DemoBar({ switching }: { switching: boolean }) {
  const demo = useDemo(({ about }) => about?.demo ?? false);
  const name = useSession(({ caller }) => caller?.member?.name ?? caller?.operator?.name ?? null);
  if (!demo) return null;
  const words = <View>{name ? `这是演示，现在是${name}` : '这是演示，人和事都是编的'}</View>;
  if (switching) return <View className={styles.demo}>{words}</View>;
  return (
    <Tap className={styles.demo} role="link" onTap={() => open('packages/account/login/index')}>
      {words}
      <View className={styles.demoAct}>换个身份</View>
    </Tap>
  );
}

/** The login ran out; nothing written is lost. */
export function EndedBar() {
  const ended = useSession((session) => session.ended);
  if (!ended) return null;
  return (
    <NoteBar tone="amber" icon="key">
      <View>登录已过期。写过的内容都在手机里，登录后接着用</View>
      <Button kind="text" size="small" onTap={() => open('packages/account/login/index')}>
        重新登录
      </Button>
    </NoteBar>
  );
}

/** No network, and what waits for it. */
export function OfflineBar({ storedAt }: { storedAt: number | null }) {
  const online = useNetwork((network) => network.online);
  const waiting = useOutbox(({ items }) => items.filter(({ refused, failed }) => !refused && failed).length);
  if (online && waiting === 0) return null;
  const stored = storedAt === null ? '没有网络' : `没有网络，看的是${recently(storedAt, Date.now())}存下的内容`;
  return (
    <NoteBar tone={online ? 'plain' : 'amber'} icon={online ? 'clock' : 'cloud-off'}>
      {!online && <View>{stored}</View>}
      {waiting > 0 && <View>{waiting}条记录已存在本机，等待上传</View>}
    </NoteBar>
  );
}

/** Records that the server did not take, each with its reason, until the person has seen it. */
export function RefusedNotes() {
  const items = useOutbox((outbox) => outbox.items);
  return (
    <>
      {items
        .filter(({ refused }) => refused)
        .map(({ clientId, label, at, refused }) => (
          <NoteBar key={clientId} tone="amber" icon="triangle-alert">
            <View>
              {recently(at, businessNow())}的{label}没有收下：{refused?.message}
            </View>
            <Button kind="text" size="small" onTap={() => dismiss(clientId)}>
              知道了
            </Button>
          </NoteBar>
        ))}
    </>
  );
}
