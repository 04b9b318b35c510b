import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Phrases } from '@/components/Phrases';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { replace } from '@/platform/navigation';
import { doneTitle } from '../check-ins/Done';
import { useOwnCheckIn } from '../check-ins/own-check-in';
import { waitingTitle } from '../check-ins/Waiting';
import { pages, type Theme } from '../week/week';
import type { Lesson } from './lesson';
import { LessonItem } from './LessonItem';
import styles from './LessonView.module.scss';

/** After the text: one line of one's own, then the lessons beside this one. */
export function LessonEnd({ id, lesson, theme, onCheckIn }: { id: string; lesson: Lesson; theme: Theme | null; onCheckIn: () => void }) {
  return (
    <View id={id} className={styles.end}>
      {theme && <Takeaway monday={theme.monday} onCheckIn={onCheckIn} />}
      {theme && <Neighbours lesson={lesson} theme={theme} />}
    </View>
  );
}

function Takeaway({ monday, onCheckIn }: { monday: string; onCheckIn: () => void }) {
  const own = useOwnCheckIn(monday);
  if ('checkIn' in own || own.state === 'waiting') {
    return (
      <>
        <Words as="title">{'checkIn' in own ? doneTitle(own.checkIn) : waitingTitle}</Words>
        <View className={styles.act}>
          <Button kind="line" onTap={onCheckIn}>
            看我的那一句
          </Button>
        </View>
      </>
    );
  }
  return (
    <>
      <Words as="page">
        <Phrases text="这一课，你记住了哪一句？" />
      </Words>
      <Words as="minor">写一句、说一句都行，自己的话最好。</Words>
      <View className={styles.act}>
        <Button icon="pen-line" onTap={onCheckIn}>
          写一句收获，打卡
        </Button>
      </View>
      <Words as="note">不方便用手机，写在纸上交给小组长也一样算。</Words>
    </>
  );
}

/** The way on is as quiet as the week is long: the next lesson and the one before. */
function Neighbours({ lesson, theme }: { lesson: Lesson; theme: Theme }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const place = theme.lessons.findIndex(({ id }) => id === lesson.id);
  const [before, after] = [theme.lessons[place - 1], theme.lessons[place + 1]];
  const show = (id: string) => replace(pages.lesson, { id, monday: theme.monday });
  return (
    <>
      {after && (
        <Card className={styles.next}>
          <LessonItem lesson={after} over="下一课" arrow onTap={() => show(after.id)} />
        </Card>
      )}
      {before && !elder && (
        <Card className={styles.next}>
          <LessonItem lesson={before} over="上一课" arrow onTap={() => show(before.id)} />
        </Card>
      )}
    </>
  );
}
