import { Input } from '@tarojs/components';
import { accessible } from './accessible';
import { classes } from './classes';
import styles from './NumberCell.module.scss';

interface NumberCellProps {
  label: string;
  value: string;
  /** What stands in it while it is empty. */
  hint: string;
  wrong?: boolean;
  onChange: (text: string) => void;
}

/** A small figure to type, many beside each other in a long list: one node each, so that sixty lines open quickly. */
export function NumberCell({ label, value, hint, wrong, onChange }: NumberCellProps) {
  return <Input className={classes(styles.cell, wrong && styles.wrong)} type="number" value={value} maxlength={3} placeholder={hint} placeholderClass={styles.hint} cursorSpacing={120} onInput={(event) => onChange(event.detail.value)} {...accessible({ label })} />;
}
