import { View } from '@tarojs/components';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import { Tap } from '@/components/Tap';
import { readingSizes, setAppearance, useAppearance } from '@/platform/appearance';
import styles from './SizeControl.module.scss';

const names = ['小', '标准', '大', '特大'] as const;

/** Four sizes of a lesson's text; the large version has one and hides this. */
export function SizeControl() {
  const { elder, reading } = useAppearance();
  if (elder) return null;
  return (
    <View className={styles.control}>
      <View>字号</View>
      <View className={styles.steps} {...accessible({ role: 'radiogroup', label: '字号' })}>
        {readingSizes.map((size, place) => (
          <Tap key={size} role="radio" checked={size === reading} label={names[place]} className={classes(styles.step, size === reading && styles.chosen)} onTap={() => setAppearance({ reading: size })}>
            <View style={`font-size:calc(var(--fs-body) * ${size})`}>字</View>
          </Tap>
        ))}
      </View>
    </View>
  );
}
