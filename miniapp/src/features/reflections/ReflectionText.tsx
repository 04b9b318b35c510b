import { View } from '@tarojs/components';
import { useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { accessible } from '@/components/accessible';
import { Button } from '@/components/Button';
import { dayOf } from '@/components/dates';
import { Phrases } from '@/components/Phrases';
import { Picture } from './Picture';
import styles from './ReflectionText.module.scss';
import { type Reflection, signature, weekOf } from './reflections';

/** A reflection to read: the words first, pictures when asked for. */
export function ReflectionText({ reflection }: { reflection: Reflection }) {
  const { title, kind, paragraphs, pictures, author, publishedAt, submittedAt, createdAt } = reflection;
  const { name, note } = signature(reflection);
  const week = weekOf(reflection);
  return (
    <>
      <View className={styles.over}>{[week, kind === 'group' ? '小组心得' : '个人心得'].filter(Boolean).join('，')}</View>
      <View className={styles.title} {...accessible({ role: 'heading', level: '2' })}>
        <Phrases text={title} />
      </View>
      <View className={styles.by}>
        <Avatar name={author.name} />
        <View>
          <View className={styles.name}>{name}</View>
          <View className={styles.note}>{[note, dayOf(publishedAt ?? submittedAt ?? createdAt)].filter(Boolean).join('，')}</View>
        </View>
      </View>
      {paragraphs.map((paragraph, place) => (
        <View key={place} className={styles.paragraph}>
          {paragraph}
        </View>
      ))}
      {pictures.length > 0 && <Pictures key={reflection.id} ids={pictures} />}
    </>
  );
}

function Pictures({ ids }: { ids: readonly string[] }) {
  const [shown, setShown] = useState(false);
  return (
    <View className={styles.pictures}>
      {shown ? (
        ids.map((id, at) => <Picture key={id} fileId={id} label={`第${at + 1}张照片`} />)
      ) : (
        <Button kind="plain" onTap={() => setShown(true)}>
          看{ids.length}张照片
        </Button>
      )}
    </View>
  );
}
