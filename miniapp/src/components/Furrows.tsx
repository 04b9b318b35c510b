import { View } from '@tarojs/components';
import { accessible } from './accessible';
import { classes } from './classes';
import styles from './Furrows.module.scss';

export interface Furrow {
  readonly name: string;
  readonly earned: number;
  readonly max: number;
  readonly offered: boolean;
}

/** Width is what a dimension is worth, height how much of it is recorded: the area is the score. `spoken` says it in a sentence. */
export function Furrows({ furrows, spoken }: { furrows: readonly Furrow[]; spoken: string }) {
  return (
    <View className={styles.furrows} {...accessible({ role: 'img', label: spoken })}>
      {furrows.map(({ name, earned, max, offered }) => (
        <View key={name} className={styles.furrow} style={`flex:${Math.max(max, 12)} 1 0%`}>
          <View className={classes(styles.bar, !offered && styles.none)}>{offered && <View className={styles.fill} style={`height:${percent(earned, max)}%`} />}</View>
          <View className={styles.name}>{name}</View>
          <View className={styles.value}>{offered ? `${earned}/${max}` : '没有'}</View>
        </View>
      ))}
    </View>
  );
}

function percent(earned: number, max: number): number {
  return max > 0 ? Math.min(100, (earned / max) * 100) : 0;
}
