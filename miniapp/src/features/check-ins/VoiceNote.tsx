import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { pause, play, usePlayer } from '@/platform/audio';
import styles from './VoiceNote.module.scss';

/** A spoken takeaway: tap to listen, tap to stop. `find` says where the sound is; it is asked only when it is played. */
export function VoiceNote({ track, seconds, find }: { track: string; seconds: number; find: () => string | Promise<string> }) {
  const state = usePlayer((player) => (player.track === track ? player.state : 'idle'));
  const playing = state === 'playing';
  return (
    <Tap className={styles.voice} label={`${playing ? '停下' : '听'}这一句，${seconds}秒`} onTap={() => (playing ? pause() : void play(track, find))}>
      <View className={styles.button}>
        <Icon name={playing ? 'pause' : 'play'} size="s" />
      </View>
      <View>{seconds}秒</View>
      <View className={styles.state}>{words[state]}</View>
    </Tap>
  );
}

const words = { idle: '说的一句', loading: '正在取声音', playing: '正在放', paused: '停在这里', failed: '声音没取到，再点一次' } as const;
