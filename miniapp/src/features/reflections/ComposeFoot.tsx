import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { mostPictures, type Compose } from './compose';
import styles from './ComposeSheet.module.scss';

/** Pictures and the outline, then handing in: to the leader first, or straight to review where the writer leads. */
export function ComposeFoot({ compose, leads, onOutline }: { compose: Compose; leads: boolean; onOutline: () => void }) {
  const { draft, act, addPictures, handInNow } = compose;
  const full = draft.pictures.length >= mostPictures;
  return (
    <>
      <View className={styles.tools}>
        <Tap className={styles.tool} disabled={full || act.busy} onTap={addPictures}>
          <Icon name="camera" />
          <View>照片</View>
        </Tap>
        <Tap className={styles.tool} onTap={onOutline}>
          <Icon name="list" />
          <View>提纲</View>
        </Tap>
        <View className={styles.aside}>{full ? `最多${mostPictures}张` : '照片可以不传'}</View>
      </View>
      <Button busy={act.busy} disabled={draft.title.trim() === '' || draft.text.trim() === ''} onTap={handInNow}>
        {leads ? '交审' : '交给组长看'}
      </Button>
    </>
  );
}
