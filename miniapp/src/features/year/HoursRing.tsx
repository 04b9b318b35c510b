import { View } from '@tarojs/components';
import { accessible } from '@/components/accessible';
import { ringOf } from './ring';
import styles from './Year.module.scss';

/** Hours against what the year asks for. Two half planes, since old web views know no conic gradient. */
export function HoursRing({ hours, required }: { hours: string; required: string }) {
  const share = Number(required) > 0 ? Math.min(1, Number(hours) / Number(required)) : 0;
  return (
    <View className={styles.ring} style={`background-image:${ringOf(share)}`} {...accessible({ hidden: true })}>
      <View className={styles.hole}>
        <View className={styles.hours}>{hours}</View>
        <View className={styles.number}>学时</View>
      </View>
    </View>
  );
}
