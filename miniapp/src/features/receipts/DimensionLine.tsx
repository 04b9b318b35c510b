import { View } from '@tarojs/components';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { LineObjection } from '../objections/LineObjection';
import { Figure } from './Figure';
import { Fold } from './Fold';
import { HowMade } from './HowMade';
import styles from './Receipt.module.scss';
import { type ReceiptLine, short } from './receipts';

/** One dimension of the month: folded its points, open every event behind them. */
export function DimensionLine({ line }: { line: ReceiptLine }) {
  if (!line.offered && line.events.length === 0) return <NotOffered line={line} />;
  const figure = <Figure points={line.earned} max={line.max} />;
  const uncounted = <View className={styles.none}>不计</View>;
  return (
    <Fold name={line.label} figure={line.offered ? figure : uncounted} label={line.offered ? `${line.label}${short(line.earned)}分，满分${short(line.max)}` : `${line.label}不计`}>
      {line.events.map((event) => (
        <EventLine key={`${event.date}${event.title}${event.evidence}`} event={event} />
      ))}
      {line.events.length === 0 && <View className={styles.evidence}>还没有记录</View>}
      <HowMade formula={line.formula} stillPossible={line.stillPossible} />
      <LineObjection about={line.dimension} name={line.label} />
    </Fold>
  );
}

function EventLine({ event: { date, title, evidence, effect } }: { event: ReceiptLine['events'][number] }) {
  return (
    <View className={styles.event}>
      <View className={styles.what}>
        <View>
          {dateInChinese(date)} {title}
        </View>
        <View className={styles.evidence}>{evidence}</View>
      </View>
      <View className={styles.effect}>{effect}</View>
    </View>
  );
}

/** Nothing of this kind yet; where something is still to come the line says what. */
function NotOffered({ line: { label, stillPossible } }: { line: ReceiptLine }) {
  return (
    <View className={styles.line}>
      <View className={styles.head}>
        <View className={styles.absent}>{label}</View>
        <View className={styles.none}>{stillPossible ? '还没有记录' : '本月没有'}</View>
      </View>
      <HowMade formula={null} stillPossible={stillPossible} />
    </View>
  );
}
