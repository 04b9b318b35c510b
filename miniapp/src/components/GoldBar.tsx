import { View } from '@tarojs/components';
import { accessible } from './accessible';
import styles from './GoldBar.module.scss';
import { Words } from './Words';

/** What is recorded as a large figure, and as gold in a bar that stands for the whole. `label` says what the whole is. */
export function GoldBar({ figure, label, share }: { figure: string; label: string; share: number }) {
  return (
    <>
      <View className={styles.sum}>
        <View className={styles.figure}>{figure}</View>
        <Words as="minor">{label}</Words>
      </View>
      <View className={styles.bar} {...accessible({ hidden: true })}>
        <View className={styles.fill} style={`width:${(share * 100).toFixed(1)}%`} />
      </View>
    </>
  );
}
