import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { accessible } from '@/components/accessible';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { NoteBar } from '@/components/NoteBar';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import { stop } from '@/platform/audio';
import { dropFile } from '@/platform/files';
import { type Recorded, type Recording, record } from '@/platform/recorder';
import { clockTime } from '../lessons/clock-time';
import styles from './SpeakField.module.scss';
import { VoiceNote } from './VoiceNote';

const longestSeconds = 60;

/** Tap, speak, tap: no holding. What was said can be heard and said again before it is handed in. */
export function SpeakField({ voice, onChange }: { voice: Recorded | null; onChange: (voice: Recorded | null) => void }) {
  const { recording, seconds, fault, begin } = useRecording(onChange);
  if (voice && !recording) {
    const again = () => {
      dropFile(voice.place);
      onChange(null);
    };
    return (
      <View className={styles.done}>
        <VoiceNote track={voice.place} seconds={voice.seconds} find={() => voice.place} />
        <View className={styles.again}>
          <Button kind="text" size="small" onTap={again}>
            重新说
          </Button>
        </View>
      </View>
    );
  }
  return (
    <View className={styles.speak}>
      <View className={styles.time}>{clockTime(seconds)}</View>
      <View className={styles.rule} {...accessible({ hidden: true })}>
        <View className={styles.gone} style={`width:${(seconds / longestSeconds) * 100}%`} />
      </View>
      <Tap className={classes(styles.button, recording && styles.recording)} label={recording ? '说完了，停' : '开始说'} onTap={() => (recording ? recording.stop() : begin())}>
        <Icon name={recording ? 'stop' : 'mic'} size="l" />
      </Tap>
      <Words className={styles.said}>{recording ? '正在录，说完点一下' : '点一下，开始说'}</Words>
      <Words as="note" className={styles.note}>
        四川话、普通话都行，最长一分钟
      </Words>
      {fault && (
        <NoteBar tone="amber" icon="mic">
          {fault}
        </NoteBar>
      )}
    </View>
  );
}

/** One recording at a time; leaving the page ends it and keeps what was said. */
function useRecording(onChange: (voice: Recorded) => void) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const [seconds, setSeconds] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const current = useRef<Recording | null>(null);
  useEffect(() => () => current.current?.stop(), []);
  useEffect(() => {
    if (!recording) return undefined;
    const began = Date.now();
    const tick = setInterval(() => setSeconds(Math.min(longestSeconds, Math.floor((Date.now() - began) / 1000))), 250);
    return () => clearInterval(tick);
  }, [recording]);

  const begin = () => {
    stop();
    setFault(null);
    setSeconds(0);
    record(longestSeconds)
      .then((started) => {
        current.current = started;
        setRecording(started);
        return started.done;
      })
      .then(onChange)
      .catch(() => setFault('没能录音。请在手机设置里允许用麦克风，或者改成写一句'))
      .finally(() => {
        current.current = null;
        setRecording(null);
      });
  };
  return { recording, seconds, fault, begin };
}
