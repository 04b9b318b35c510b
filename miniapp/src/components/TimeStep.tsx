import { View } from '@tarojs/components';
import { useAppearance } from '@/platform/appearance';
import { accessible } from './accessible';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Tap } from './Tap';
import styles from './TimeStep.module.scss';

interface TimeStepProps {
  /** The time as it is read. */
  text: string;
  /** How far one tap goes: 一刻钟. */
  by: string;
  onStep: (towards: 1 | -1) => void;
}

/** A time of day, a little earlier or later with one tap each. */
export function TimeStep({ text, by, onStep }: TimeStepProps) {
  return (
    <View className={styles.time}>
      <Step icon="minus" word="早" by={by} onTap={() => onStep(-1)} />
      <View className={styles.now} {...accessible({ live: 'polite' })}>
        {text}
      </View>
      <Step icon="plus" word="晚" by={by} onTap={() => onStep(1)} />
    </View>
  );
}

/** In the large version a word: no sign stands there alone. */
function Step({ icon, word, by, onTap }: { icon: IconName; word: string; by: string; onTap: () => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <Tap className={styles.step} label={`${word}${by}`} onTap={onTap}>
      {elder ? word : <Icon name={icon} size="s" />}
    </Tap>
  );
}
