import { View } from '@tarojs/components';
import { accessible } from './accessible';
import styles from './Ribbon.module.scss';

/** The week's bookmark, hanging into a card from above. One on a screen. */
export function Ribbon({ children }: { children: string }) {
  return (
    <View className={styles.ribbon} {...accessible({ label: children })}>
      {[...children].map((character, place) => (
        <View key={place}>{character}</View>
      ))}
    </View>
  );
}
