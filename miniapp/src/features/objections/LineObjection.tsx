import { View } from '@tarojs/components';
import type { ObjectionAbout } from '@weidangxiao/shared/rules/objection.ts';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { useLineObjections } from './line-objection';
import styles from './objections.module.scss';

/** Under the reasons of a line: outlined, since it is allowed and not urged. One that waits says so. */
export function LineObjection({ about, name }: { about: ObjectionAbout; name: string }) {
  const lines = useLineObjections();
  if (!lines) return null;
  return (
    <View className={styles.onLine}>
      {lines.frozen.has(about) ? (
        <Chip tone="amber">提了异议，先不定</Chip>
      ) : (
        <Button kind="line" size="small" icon="flag" onTap={() => lines.object(about)}>
          {`${name}有异议`}
        </Button>
      )}
    </View>
  );
}
