import { useEffect, useRef, useState } from 'react';
import { useAppearance } from '@/platform/appearance';
import { type Dictation, dictate } from '@/platform/dictation';
import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Field.module.scss';
import { Tap } from './Tap';

interface DictateProps {
  /** Whose field it writes into. */
  label: string;
  value: string;
  onWords: (text: string) => void;
  /** What to say about it: that it listens, or that it did not understand; null: nothing. */
  onState: (words: string | null) => void;
}

/** Tap, speak, tap: what is said is written behind what stands there, to be looked over before it is sent. */
export function Dictate({ label, value, onWords, onState }: DictateProps) {
  const elder = useAppearance((appearance) => appearance.elder);
  const [dictation, setDictation] = useState<Dictation | null>(null);
  const current = useRef<Dictation | null>(null);
  useEffect(() => () => current.current?.stop(), []);
  const write = useRef(onWords);
  write.current = onWords;
  const end = (words: string | null) => {
    current.current = null;
    setDictation(null);
    onState(words);
  };
  const begin = () => {
    try {
      const begun = dictate((words) => write.current(`${value}${words}`));
      current.current = begun;
      setDictation(begun);
      onState('正在听，说完点一下');
      begun.done.then(() => end(null), () => end(failed));
    } catch {
      end(failed);
    }
  };
  return (
    <Tap className={classes(styles.mic, dictation && styles.listening)} label={dictation ? '说完了，停' : `${label}，用说的`} onTap={() => (dictation ? dictation.stop() : begin())}>
      <Icon name={dictation ? 'stop' : 'mic'} size="s" />
      {elder && (dictation ? '停' : '说')}
    </Tap>
  );
}

const failed = '没听清。再说一次，或者打字';
