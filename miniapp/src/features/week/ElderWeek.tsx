import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import { open, telephone } from '@/platform/navigation';
import type { OwnCheckIn } from '../check-ins/own-check-in';
import type { LeaveActs } from '../leaves/LeaveAct';
import { useReadings } from '../lessons/readings';
import { ElderNextSession } from '../next-session/NextSession';
import styles from './ElderWeek.module.scss';
import { pages, type Theme, type Week } from './week';
import { ThemeTitle } from './WeekCard';

/** The large version: listen, speak, where to go next, and whom to call. Nothing else. */
export function ElderWeek({ week, theme, own, leave }: { week: Week; theme: Theme; own: OwnCheckIn; leave?: LeaveActs }) {
  const readings = useReadings((known) => known.of);
  const lesson = theme.lessons.find(({ id }) => !readings[id]?.done) ?? theme.lessons[0];
  const done = own.state === 'recorded' || own.state === 'waiting';
  const query = { monday: theme.monday };
  return (
    <>
      <Card className={styles.card}>
        <View className={styles.when}>第{weekNumber(week, theme)}周</View>
        <ThemeTitle title={theme.title} className={styles.title} />
        <View className={styles.acts}>
          {lesson && (
            <Button size="huge" icon={lesson.audio ? 'headphones' : 'book-open'} onTap={() => open(pages.lesson, { id: lesson.id, ...query, ...(lesson.audio ? { listen: '1' } : {}) })}>
              {lesson.audio ? '听老师讲' : '看这一课'}
            </Button>
          )}
          {done ? (
            <Words>{own.state === 'waiting' ? '已存在本机，联网后自动上传' : '这一周，打过卡了'}</Words>
          ) : (
            <Button size="huge" kind="line" icon="mic" onTap={() => open(pages.checkIn, { ...query, voice: '1' })}>
              说一句，打卡
            </Button>
          )}
        </View>
      </Card>
      {leave && <ElderNextSession leave={leave} />}
      {week.town.contactPhone && <Call number={week.town.contactPhone} />}
    </>
  );
}

function Call({ number }: { number: string }) {
  return (
    <Card>
      <Words className={styles.ask}>有不会的，打电话问</Words>
      <View className={styles.acts}>
        <Button kind="plain" icon="phone" onTap={() => telephone(number)}>
          打给镇党校
        </Button>
      </View>
    </Card>
  );
}

/** The theme may be last week's while this Monday's is awaited. */
function weekNumber(week: Week, theme: Theme): number | string {
  return theme.monday === week.monday ? week.week : theme.weekLabel.replace(/^第|周$/g, '');
}
