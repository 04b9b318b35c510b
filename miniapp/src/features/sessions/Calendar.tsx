import { View } from '@tarojs/components';
import { type BusinessDate, businessDate, dateInChinese, monthInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { businessNow } from '@/platform/clock';
import styles from './Calendar.module.scss';
import { type Days, nextMonth, twoWeeks, wholeMonth } from './calendar';

/** What a calendar shows: two weeks from this Monday, or a whole month. */
export type Shown = { readonly kind: 'weeks' } | { readonly kind: 'month'; readonly month: string };

export function daysShown(shown: Shown): Days {
  return shown.kind === 'month' ? wholeMonth(shown.month) : twoWeeks(businessDate(businessNow()));
}

interface CalendarProps {
  shown: Shown;
  onShow: (shown: Shown) => void;
  /** Days on which something is. */
  marked: ReadonlySet<BusinessDate>;
  chosen: BusinessDate | null;
  onChoose: (date: BusinessDate) => void;
}

const names = [...'一二三四五六日'];

/** Two weeks, or the month on request; a dot where something is. */
export function Calendar({ shown, onShow, marked, chosen, onChoose }: CalendarProps) {
  const today = businessDate(businessNow());
  const { all } = daysShown(shown);
  const weeks = Array.from({ length: all.length / 7 }, (_, at) => all.slice(7 * at, 7 * at + 7));
  const month = shown.kind === 'month' ? shown.month : monthOf(today);
  return (
    <Card className={styles.calendar}>
      <Months shown={shown} month={month} onShow={onShow} />
      <View className={styles.week}>
        {names.map((name) => (
          <View key={name} className={styles.name}>
            {name}
          </View>
        ))}
      </View>
      {weeks.map((days) => (
        <View key={days[0]} className={styles.week}>
          {days.map((date) => (
            <Tap key={date} className={classes(styles.day, shown.kind === 'month' && monthOf(date) !== month && styles.outside)} label={`${dateInChinese(date)}${marked.has(date) ? '，有活动' : ''}`} selected={date === chosen} onTap={() => onChoose(date)}>
              <View className={classes(styles.number, date < today && styles.past, date === today ? styles.today : date === chosen && styles.chosen)}>{Number(date.slice(8))}</View>
              <View className={classes(styles.dot, marked.has(date) && styles.marked)} />
            </Tap>
          ))}
        </View>
      ))}
    </Card>
  );
}

function Months({ shown, month, onShow }: Pick<CalendarProps, 'shown' | 'onShow'> & { month: string }) {
  const whole = shown.kind === 'month';
  const turn = (step: 1 | -1) => onShow({ kind: 'month', month: nextMonth(month, step) });
  return (
    <View className={styles.head}>
      <View className={styles.month}>{whole && !month.startsWith(thisYear()) ? `${month.slice(0, 4)}年${monthInChinese(month)}` : monthInChinese(month)}</View>
      {whole && (
        <>
          <Tap className={styles.turn} label="上个月" onTap={() => turn(-1)}>
            <Icon name="chevron-left" size="s" />
          </Tap>
          <Tap className={styles.turn} label="下个月" onTap={() => turn(1)}>
            <Icon name="chevron-right" size="s" />
          </Tap>
        </>
      )}
      <Tap className={styles.turn} onTap={() => onShow(whole ? { kind: 'weeks' } : { kind: 'month', month })}>
        <View>{whole ? '两周' : '整月'}</View>
        {!whole && <Icon name="chevron-down" size="xs" />}
      </Tap>
    </View>
  );
}

function thisYear(): string {
  return businessDate(businessNow()).slice(0, 4);
}
