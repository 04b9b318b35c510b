import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { useStored } from '@/platform/stored';
import { askForReminder } from '@/platform/subscribe';
import styles from './Reminders.module.scss';

/** How many reminders WeChat still allows. Said calmly: nothing depends on them. */
export function Reminders() {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  const { value, reload } = useStored(member ? 'subscription' : null, () => call('getMySubscription'));
  const { busy, run } = useAct();
  if (!value || value.templateIds.length === 0) return null;
  const { credits, templateIds } = value;
  const more = () => {
    // WeChat takes it only in the tap itself.
    const asked = askForReminder(templateIds);
    run(() => asked.then(reload));
  };
  return (
    <Card>
      <Words>{credits > 0 ? `新主题来了，微信里还能提醒你${credits}次。` : '现在没有提醒。不要紧，主题每周一8点都在“本周”里。'}</Words>
      <View className={styles.act}>
        <Button kind="line" size="small" icon="bell" busy={busy} onTap={more}>
          再要一次提醒
        </Button>
      </View>
    </Card>
  );
}

/** Why there is a number at all. */
export function ReminderNote() {
  return <Words as="note" className={styles.why}>微信规定，点一次同意，只能提醒一次。要不要都不影响学习和得分。</Words>;
}
