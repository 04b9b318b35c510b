import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { useAppearance } from '@/platform/appearance';
import { say } from '@/platform/navigation';
import { askForReminder } from '@/platform/subscribe';
import { CheckInReminderRow } from './CheckInReminder';
import styles from './Reminders.module.scss';
import { type Kind, offered, useSubscription } from './subscription';

/** The others than the theme, as people call them. */
const names = { check_in_reminder: '打卡提醒', session_reminder: '活动提醒', month_published: '公示出来', objection_answered: '异议有答复' } as const;
const others = Object.keys(names) as (keyof typeof names)[];

/** How many reminders WeChat still allows, and the one of one's own. Said calmly: nothing depends on them. @param over puts a sheet over the page */
export function Reminders({ over }: { over: (sheet: ReactNode) => void }) {
  const { value, reload } = useSubscription();
  const { busy, run } = useAct();
  if (!value || (value.templateIds.length === 0 && offered(value, others).length === 0)) return null;
  const { credits, templateIds } = value;
  const more = () => {
    // WeChat takes it only in the tap itself.
    const asked = askForReminder(templateIds);
    run(async () => {
      if (!(await asked)) say('没有开提醒。不要紧，想要的时候再点');
      reload();
    });
  };
  return (
    <>
      {templateIds.length > 0 && (
        <Card>
          <Words>{credits > 0 ? `新主题来了，微信里还能提醒你${credits}次。` : '现在没有提醒。不要紧，主题每周一8点都在“本周”里。'}</Words>
          <View className={styles.act}>
            <Button kind="line" size="small" icon="bell" busy={busy} onTap={more}>
              再要一次提醒
            </Button>
          </View>
        </Card>
      )}
      <Others kinds={offered(value, others)} over={over} />
    </>
  );
}

function Others({ kinds, over }: { kinds: readonly Kind[]; over: (sheet: ReactNode) => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  if (kinds.length === 0) return null;
  return (
    <Card rows>
      <CheckInReminderRow over={over} />
      {kinds.map(({ kind, credits }) => (kind === 'theme' || kind === 'check_in_reminder' || (elder && credits === 0) ? null : <Row key={kind} title={names[kind]} note={elder ? undefined : whereToAsk[kind]} end={credits > 0 ? `还能提醒${credits}次` : '没有开'} />))}
    </Card>
  );
}

const whereToAsk = { session_reminder: '在那场活动的页面上点“提醒我”', month_published: '在得分明细里点一下就开', objection_answered: '在得分明细里点一下就开' } as const;

/** Why there is a number at all. */
export function ReminderNote() {
  return <Words as="note" className={styles.why}>微信规定，点一次同意，只能提醒一次。要不要都不影响学习和得分。</Words>;
}
