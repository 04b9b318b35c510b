import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { useAppearance } from '@/platform/appearance';
import { seek, setPace, usePlayer } from '@/platform/audio';
import styles from './AudioBar.module.scss';
import { clockTime } from './clock-time';
import { soundIsKept } from './sound';
import { leaveTrack, listen } from './listening';

interface AudioBarProps {
  lessonId: string;
  audio: { readonly fileId: string; readonly seconds: number };
  /** Another button on the screen is the red one. */
  quiet: boolean;
}

const slower = 0.8;

/** The lesson read aloud: play, pause, fifteen seconds back, slower. In the large version only the first of these. */
export function AudioBar({ lessonId, audio, quiet }: AudioBarProps) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { track, state, second, duration, pace } = usePlayer();
  const mine = track === audio.fileId;
  const playing = mine && state === 'playing';
  const length = (mine && Number.isFinite(duration) && duration) || audio.seconds;
  useEffect(() => () => leaveTrack(lessonId, audio.fileId), [lessonId, audio.fileId]);
  return (
    <View className={styles.bar}>
      <View className={styles.track} {...accessible({ hidden: true })}>
        <View className={styles.heard} style={`width:${mine ? Math.min(100, (second / length) * 100) : 0}%`} />
      </View>
      <Tap className={classes(styles.play, quiet && styles.quiet)} label={playing ? '停下' : '听这一课'} onTap={() => listen(lessonId, audio.fileId)}>
        <Icon name={playing ? 'pause' : 'play'} />
      </Tap>
      <View className={styles.words} {...accessible({ live: 'polite' })}>
        <View className={styles.title}>{playing ? '正在读给你听' : '听这一课'}</View>
        <View className={styles.note}>{mine ? noteOf(state, second, length, elder) : start(audio, elder)}</View>
      </View>
      {!elder && mine && (state === 'playing' || state === 'paused') && (
        <>
          <Tap className={styles.side} label="往回15秒" onTap={() => seek(second - 15)}>
            退15秒
          </Tap>
          <Tap className={styles.side} label={pace === 1 ? '读慢一点' : '读正常速度'} onTap={() => setPace(pace === 1 ? slower : 1)}>
            {pace === 1 ? '慢一点' : '快一点'}
          </Tap>
        </>
      )}
    </View>
  );
}

function noteOf(state: string, second: number, length: number, elder: boolean): string {
  if (state === 'failed') return '声音没取到，文字可以看。再点一次试试';
  if (state === 'loading') return '正在取声音';
  if (elder) return `还有${minutesInWords(length - second)}`;
  return `${clockTime(second)} / ${clockTime(length)}`;
}

function start({ fileId, seconds }: { fileId: string; seconds: number }, elder: boolean): string {
  const length = elder ? minutesInWords(seconds) : clockTime(seconds);
  return soundIsKept(fileId) ? `${length}，已存本机` : length;
}

function minutesInWords(seconds: number): string {
  return seconds < 60 ? '不到1分钟' : `${Math.round(seconds / 60)}分钟`;
}
