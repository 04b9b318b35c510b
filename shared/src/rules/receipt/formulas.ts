import type { MonthFacts } from '../assessment/facts.ts';
import { figure } from '../assessment/monthly.ts';
import type { AttendanceStatus, DimensionKey, Rubric } from '../assessment/rubric.ts';
import { type Fraction, subtract } from '../fraction.ts';
import { plain } from './figures.ts';

/** The sum behind an offered dimension, in figures, with the rule's version. `earned` is the printed figure. */
export function formulaOf(rubric: Rubric, facts: MonthFacts, dimension: DimensionKey, earned: Fraction): string {
  return `${formulas[dimension](rubric, facts)} = ${plain(earned)}，规则${rubric.version}版`;
}

const formulas: Readonly<Record<DimensionKey, (rubric: Rubric, facts: MonthFacts) => string>> = {
  centralized: (rubric, { centralized }) => byAttendance(rubric, rubric.max.centralized, centralized),
  night: (rubric, { night }) => byAttendance(rubric, rubric.max.night, night),
  group(rubric, { group }) {
    const attended = byAttendance(rubric, without(rubric.max.group, rubric.contribution), group?.records);
    return group?.contributed ? `${attended} + 发言${rubric.contribution}` : attended;
  },
  selfStudy(rubric, { selfStudy: { mondays = 0, done = 0, notes = 0 } = {} }) {
    const studied = `${without(rubric.max.selfStudy, rubric.note)} × 打卡${done}次 ÷ ${mondays}个周一`;
    return notes > 0 ? `${studied} + 心得${rubric.note}` : studied;
  },
  practice(rubric, { practice }) {
    const counted = rubric.practice.slice(0, practice?.verified ?? 0);
    return counted.length > 0 ? counted.join(' + ') : '核实的实践0次';
  },
};

function byAttendance(rubric: Rubric, points: string, records: readonly AttendanceStatus[] = []): string {
  const credits = records.flatMap((status) => rubric.credit[status] ?? []);
  const total = credits.length === 1 ? credits[0] : `(${credits.join(' + ')})`;
  return `${points} × ${total} ÷ ${credits.length}次`;
}

function without(max: string, part: string): string {
  return plain(subtract(figure(max), figure(part)));
}
