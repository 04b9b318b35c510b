import { Text } from '@tarojs/components';
import type { Run } from '@weidangxiao/shared/contract/blocks.ts';
import styles from './blocks.module.scss';

/** Pieces of text, some of them bold. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ text, bold }, place) => (
        <Text key={place} className={bold && styles.bold}>
          {text}
        </Text>
      ))}
    </>
  );
}
