import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import { hoursSpoken } from '../hours/hours';
import { WhoSees } from '../receipts/WhoSees';
import { HoursRing } from './HoursRing';
import type { Year } from './year';
import { spokenMonths } from './year-words';
import { YearLines } from './YearLines';
import { YearMonths } from './YearMonths';
import styles from './Year.module.scss';

/** A member's year: its months, its hours, and what its score is made of. In the large version the sentences first, the parts on request. */
export function YearView({ year, elder }: { year: Year; elder: boolean }) {
  const [parts, setParts] = useState(false);
  const words = hoursWords(year);
  return (
    <>
      <Card>
        {elder ? <Words>{`${spokenMonths(year)}${words}`}</Words> : <YearMonths year={year} />}
        <Words as="note" className={styles.note}>{ratedWords(year)}</Words>
      </Card>
      {!elder && (
        <Card className={styles.hoursCard}>
          <HoursRing hours={year.hours} required={year.requiredHours} />
          <Words as="minor" className={styles.beside}>{words}</Words>
        </Card>
      )}
      {elder && !parts ? (
        <View className={styles.note}>
          <Button kind="plain" onTap={() => setParts(true)}>看每一项</Button>
        </View>
      ) : (
        <YearLines year={year} />
      )}
      <WhoSees rubricVersion={year.rubricVersion} asOf={year.asOf} />
    </>
  );
}

function hoursWords({ year, hours, requiredHours }: Year): string {
  const missing = Math.max(0, Math.round((Number(requiredHours) - Number(hours)) * 100) / 100);
  return hoursSpoken({ year, hours, required: requiredHours, missing: String(missing) });
}

function ratedWords({ final, ratedMonths, leastMonths }: Year): string {
  if (final) return `评过${ratedMonths}个月。`;
  return ratedMonths < leastMonths ? `评过${ratedMonths}个月，评满${leastMonths}个月的定年度等次。` : `评过${ratedMonths}个月。年度等次到年底汇总以后才有。`;
}
