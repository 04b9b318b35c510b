import { View } from '@tarojs/components';
import { Avatar } from '@/components/Avatar';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { recently } from '@/components/dates';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { pages } from '../groups/groups';
import styles from './ReflectionCard.module.scss';
import { type Reflection, signature, stateNames, stateTones, weekOf } from './reflections';

/** Whose it is, when, its title and how it begins. `withState` where the reader follows its way to publication. */
export function ReflectionCard({ reflection, withState }: { reflection: Reflection; withState?: boolean }) {
  const { id, title, paragraphs, pictures, state } = reflection;
  const { name } = signature(reflection);
  return (
    <Card className={styles.card} label={`${title}，${name}`} onTap={() => open(pages.reflection, { id })}>
      <View className={styles.head}>
        <Avatar name={reflection.author.name} />
        <View className={styles.by}>
          <View className={styles.name}>{name}</View>
          <View className={styles.when}>{whenOf(reflection)}</View>
        </View>
        {withState && <Chip tone={stateTones[state]}>{stateNames[state]}</Chip>}
      </View>
      <View className={styles.title}>{title}</View>
      <View className={styles.text}>{paragraphs[0]}</View>
      {pictures.length > 0 && <View className={styles.when}>{pictures.length}张照片</View>}
    </Card>
  );
}

function whenOf(reflection: Reflection): string {
  const { kind, author, publishedAt, submittedAt, createdAt } = reflection;
  const week = weekOf(reflection);
  return [kind === 'group' ? `${author.name}写` : null, recently(publishedAt ?? submittedAt ?? createdAt, businessNow()), week && `写在${week}`].filter(Boolean).join('，');
}
