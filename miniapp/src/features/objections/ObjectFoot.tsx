import { Button } from '@/components/Button';
import { Words } from '@/components/Words';
import styles from './objections.module.scss';

/** At the foot of a sheet of one's own that is on show. Allowed, not urged. */
export function ObjectFoot({ onObject }: { onObject: () => void }) {
  return (
    <>
      <Button kind="line" icon="flag" onTap={onObject}>
        有不对的，提出异议
      </Button>
      <Words as="note" className={styles.foot}>
        提了以后，只有你这一项先不定
      </Words>
    </>
  );
}
