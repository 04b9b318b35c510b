import { View } from '@tarojs/components';
import { dateInChinese, isoWeek, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { fetchFile } from '@/platform/files';
import { open } from '@/platform/navigation';
import { timesOf } from '../check-ins/Done';
import { VoiceNote } from '../check-ins/VoiceNote';
import styles from './CheckInCard.module.scss';
import { type CheckIn, reasonOf, stateOf } from './own-check-ins';

/** One Monday's line as it stands in the record. Its heading opens that week; a voice is played here. */
export function CheckInCard({ checkIn }: { checkIn: CheckIn }) {
  const { monday, kind, text, voice } = checkIn;
  const state = stateOf(checkIn);
  const reason = reasonOf(checkIn);
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <Card className={styles.card}>
      <Tap role="link" className={styles.head} label={`${weekNumberInChinese(isoWeek(monday).week)}，${state.words}，看那一周`} onTap={() => open('packages/read/week/index', { monday })}>
        <View className={classes(styles.week, elder && styles.stacked)}>
          {weekNumberInChinese(isoWeek(monday).week)}
          <View className={styles.date}>{dateInChinese(monday)}</View>
        </View>
        <Chip tone={state.tone}>{state.words}</Chip>
        <Icon name="chevron-right" size="s" className={styles.arrow} />
      </Tap>
      {text && <Words>{text}</Words>}
      {voice && <VoiceNote track={voice.fileId} seconds={voice.seconds} find={() => fetchFile(voice.fileId)} />}
      {kind === 'paper' && !text && <Words>写在纸上的一句，组长看过了</Words>}
      {reason && <Words as="minor">{reason}</Words>}
      <Words as="note" className={styles.times}>
        {kind === 'paper' ? `纸上写的，${timesOf(checkIn)}` : timesOf(checkIn)}
      </Words>
    </Card>
  );
}
