import { View } from '@tarojs/components';
import { accessible } from './accessible';
import { Card } from './Card';
import styles from './Skeleton.module.scss';
import { Words } from './Words';

/** A still outline of what is coming; only where there is no stored copy. After three seconds `slow` says so. */
export function Skeleton({ lines = 4, slow, what }: { lines?: number; slow: boolean; what: string }) {
  return (
    <View {...accessible({ role: 'status', label: `正在取${what}` })}>
      <Card>
        {Array.from({ length: lines }, (_, place) => (
          <View key={place} className={styles.line} style={`width:${[36, 72, 58, 84][place % 4]}%`} />
        ))}
      </Card>
      {slow && (
        <Words as="note" className={styles.slow}>
          网络有点慢，正在取{what}
        </Words>
      )}
    </View>
  );
}
