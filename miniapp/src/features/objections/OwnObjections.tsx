import { View } from '@tarojs/components';
import { type ObjectionAbout } from '@weidangxiao/shared/rules/objection.ts';
import type { ReactNode } from 'react';
import { Words } from '@/components/Words';
import { type Objection } from './objections';
import { ObjectionCard } from './ObjectionCard';
import styles from './objections.module.scss';

interface OwnObjectionsProps {
  items: readonly Objection[];
  nameOf: (about: ObjectionAbout) => string;
  onChanged: () => void;
  over: (sheet: ReactNode) => void;
}

/** What one has objected to on this sheet. */
export function OwnObjections({ items, nameOf, onChanged, over }: OwnObjectionsProps) {
  if (items.length === 0) return null;
  return (
    <View className={styles.list}>
      <Words as="title">你提的异议</Words>
      {items.map((objection) => (
        <ObjectionCard key={objection.id} objection={objection} name={nameOf(objection.about)} onChanged={onChanged} over={over} />
      ))}
    </View>
  );
}
