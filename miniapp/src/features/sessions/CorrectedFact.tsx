import { View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { accessible } from '@/components/accessible';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import styles from './CorrectedFact.module.scss';

interface CorrectedFactProps {
  label: string;
  /** What is on record; null: nothing. */
  before: string | null;
  change?: string;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** One thing on record; what it says now stays in sight while somebody puts it right. */
export function CorrectedFact({ label, before, change = '改', open, onOpen, children }: PropsWithChildren<CorrectedFactProps>) {
  const [looking, setLooking] = useState(false);
  const shown = open || looking;
  const turn = () => {
    setLooking(!shown);
    onOpen(!shown);
  };
  return (
    <View className={styles.fact}>
      <View className={styles.head}>
        <View className={styles.label} {...accessible({ role: 'heading', level: '2' })}>
          {label}
        </View>
        <Tap className={styles.change} label={`${label}，${shown ? '不改了' : change}`} onTap={turn}>
          {shown ? '不改了' : change}
        </Tap>
      </View>
      <Words as="minor">{`${shown ? '原来：' : ''}${before ?? '没有写'}`}</Words>
      {shown && <View className={styles.now}>{children}</View>}
    </View>
  );
}
