import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import styles from './Outline.module.scss';

const questions = ['学到了什么，哪一句记得最牢', '对照自己，差在哪里', '下一步做哪一件事，哪天做'];

/** Three questions to answer in one's own words; never a text to copy. */
export function Outline({ onClose }: { onClose: () => void }) {
  return (
    <View className={styles.outline}>
      <View className={styles.head}>
        <Words as="minor">不知道写什么，答这三问就行</Words>
        <Tap className={styles.close} label="收起提纲" onTap={onClose}>
          <Icon name="x" size="s" />
        </Tap>
      </View>
      {questions.map((question, place) => (
        <Words key={question}>
          {place + 1}. {question}
        </Words>
      ))}
    </View>
  );
}
