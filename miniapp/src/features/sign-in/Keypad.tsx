import { View } from '@tarojs/components';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { tapLightly } from '@/platform/haptics';
import styles from './Keypad.module.scss';

const length = 4;
const keys = [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9'], ['', '0', 'back']] as const;

/** Four cells; the next one has a red edge. */
export function Cells({ digits }: { digits: string }) {
  return (
    <View className={styles.cells} {...accessible({ role: 'img', label: digits === '' ? '还没有输数字' : `已输${[...digits].join(' ')}` })}>
      {Array.from({ length }, (_, at) => (
        <View key={at} className={classes(styles.cell, at === digits.length && styles.next)}>
          {digits[at] ?? ''}
        </View>
      ))}
    </View>
  );
}

/** Large keys of our own: the phone's number pad is small, and covers what it fills. The fourth digit hands them over. */
export function Keypad({ digits, disabled, onChange, onFull }: { digits: string; disabled: boolean; onChange: (digits: string) => void; onFull: (digits: string) => void }) {
  const press = (key: string) => {
    tapLightly();
    if (key === 'back') return onChange(digits.slice(0, -1));
    const next = `${digits}${key}`.slice(0, length);
    onChange(next);
    if (next.length === length) onFull(next);
  };
  return (
    <View className={styles.pad}>
      {keys.map((line) => (
        <View key={line[1]} className={styles.line}>
          {line.map((key) => (key === '' ? <View key={key} className={styles.none} /> : <Key key={key} name={key} disabled={disabled} onTap={() => press(key)} />))}
        </View>
      ))}
    </View>
  );
}

function Key({ name, disabled, onTap }: { name: string; disabled: boolean; onTap: () => void }) {
  const back = name === 'back';
  return (
    <Tap className={classes(styles.key, back && styles.back)} label={back ? '删一位' : name} disabled={disabled} onTap={onTap}>
      {back ? <Icon name="arrow-left" size="l" /> : name}
    </Tap>
  );
}
