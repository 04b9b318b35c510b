import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { say } from '@/platform/navigation';
import { send, useOutbox } from '@/platform/outbox';
import { useSession } from '@/platform/session';
import { useReloadOnceSent } from '../groups/group-week';
import { actionText } from './SessionRecord';
import styles from './SessionRecord.module.scss';
import { leads, type SessionAction, type SessionDetail } from './sessions';

/** What earlier close-outs asked of somebody and is not done: it comes back at the next session, to be ticked off. */
export function CarriedActions({ session, onChanged }: { session: SessionDetail; onChanged: () => void }) {
  const caller = useSession((state) => state.caller);
  useReloadOnceSent(['completeSessionAction'], onChanged);
  const ticked = useOutbox(({ items }) => items.filter(({ route, refused }) => route === 'completeSessionAction' && !refused).map(({ request }) => (request.params as { id: string }).id).join());
  if (session.carried.length === 0) return null;
  return (
    <View className={styles.part}>
      <Words as="title">上次定的事</Words>
      <Card rows>
        {session.carried.map((action) => (
          <Action key={action.id} action={action} ticked={ticked.includes(action.id)} mine={leads(caller, session) || action.member.memberId === caller?.member?.id} />
        ))}
      </Card>
    </View>
  );
}

function Action({ action, ticked, mine }: { action: SessionAction; ticked: boolean; mine: boolean }) {
  const { busy, fault, run } = useAct();
  const done = ticked || action.done !== null;
  const tick = async () => {
    const { state } = await send('completeSessionAction', { params: { id: action.id }, body: { note: null } }, { label: '上次定的事，做好了' });
    if (state !== 'refused') say(state === 'waiting' ? '已存在本机，联网后自动上传' : '记上了，做好了');
  };
  return (
    <View className={styles.action}>
      <View className={styles.words}>
        {actionText(action)}
        <Fault>{fault}</Fault>
      </View>
      {done ? (
        <Words as="note">做好了</Words>
      ) : (
        mine && (
          <Button kind="line" size="small" busy={busy} onTap={() => run(tick)}>
            做好了
          </Button>
        )
      )}
    </View>
  );
}
