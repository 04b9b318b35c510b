import { Input, View } from '@tarojs/components';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import styles from './Catalogue.module.scss';
import { categoryNames, type LessonCategory } from './categories';

const kinds: readonly { value: LessonCategory | null; name: string }[] = [{ value: null, name: '全部' }, ...Object.entries(categoryNames).map(([value, name]) => ({ value: value as LessonCategory, name }))];

export function SearchBox({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  return (
    <View className={styles.search}>
      <Icon name="search" size="s" className={styles.glass} />
      <Input className={styles.input} value={words} placeholder="找课程" placeholderClass={styles.placeholder} confirmType="search" maxlength={30} onInput={({ detail }) => onChange(detail.value)} {...accessible({ label: '找课程' })} />
      {words !== '' && (
        <Tap className={styles.clear} label="清空" onTap={() => onChange('')}>
          <Icon name="x" size="s" />
        </Tap>
      )}
    </View>
  );
}

/** All six fit; in the large version they go on in a second line rather than sideways. */
export function Kinds({ chosen, onChange }: { chosen: LessonCategory | null; onChange: (category: LessonCategory | null) => void }) {
  return (
    <View className={styles.kinds} {...accessible({ role: 'tablist', label: '分类' })}>
      {kinds.map(({ value, name }) => (
        <Tap key={name} role="tab" selected={value === chosen} className={classes(styles.kind, value === chosen && styles.chosen)} onTap={() => onChange(value)}>
          {name}
        </Tap>
      ))}
    </View>
  );
}
