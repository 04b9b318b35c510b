import { View } from '@tarojs/components';
import { Row } from '@/components/Row';
import { pause, play, usePlayer } from '@/platform/audio';
import { clockTime } from '../clock-time';
import { soundOf } from '../sound';
import styles from './blocks.module.scss';

const words = { idle: '', loading: '，正在取声音', playing: '，正在放，点一下停', paused: '，停在这里', failed: '，声音没取到，再点一次' } as const;

/** A sound within the text, besides the lesson's own. */
export function SoundBlock({ fileId, seconds, title }: { fileId: string; seconds: number; title: string }) {
  const state = usePlayer((player) => (player.track === fileId ? player.state : 'idle'));
  const onTap = () => (state === 'playing' ? pause() : void play(fileId, () => soundOf(fileId)));
  return (
    <View className={styles.plain}>
      <Row icon={state === 'playing' ? 'pause' : 'play'} title={title || '听一段'} note={`${clockTime(seconds)}${words[state]}`} onTap={onTap} />
    </View>
  );
}
