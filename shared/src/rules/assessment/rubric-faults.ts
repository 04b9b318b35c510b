import { compare, type Fraction, sum, times, whole } from '../fraction.ts';
import { plain } from '../receipt/figures.ts';
import { countFaults, orderFaults, partFaults, type ReadFigure, readPoints, readPositive, readShare, type RubricFault } from './figure-faults.ts';
import { attendanceStatuses, dimensionKeys, gradeNames, grades, type Rubric } from './rubric.ts';

export type { RubricFault } from './figure-faults.ts';

export const longestLabel = 12;
export const longestVersion = 20;
const longestNote = 40;
const mostPractices = 10;

/** Fewer ballots would show who gave what. */
const fewestBallots = 3;

/** Everything that is wrong with a proposed rubric, at once; none where it can be adopted. */
export function rubricFaults(rubric: Rubric): RubricFault[] {
  return [...nameFaults(rubric), ...pointFaults(rubric), ...creditFaults(rubric), ...monthFaults(rubric), ...voteFaults(rubric), ...bandFaults(rubric), ...yearFaults(rubric)];
}

function nameFaults({ version, labels, notes }: Rubric): RubricFault[] {
  const seen = new Set<string>();
  const ofLabels = dimensionKeys.flatMap((key) => {
    const label = labels[key].trim();
    const twice = seen.has(label);
    seen.add(label);
    return twice && label ? [{ field: `labels.${key}`, message: `有两类都叫“${label}”` }] : textFaults(`labels.${key}`, label, longestLabel);
  });
  const ofNotes = dimensionKeys.flatMap((key) => ((notes[key] ?? '').length > longestNote ? [{ field: `notes.${key}`, message: `最多${longestNote}个字` }] : []));
  return [...textFaults('version', version.trim(), longestVersion), ...ofLabels, ...ofNotes];
}

function textFaults(field: string, text: string, longest: number): RubricFault[] {
  if (text === '') return [{ field, message: '要填' }];
  return text.length > longest ? [{ field, message: `最多${longest}个字` }] : [];
}

/** The five maxima, and the parts inside three of them. */
function pointFaults({ max, contribution, note, practice }: Rubric): RubricFault[] {
  const figures = dimensionKeys.map((key) => [key, readPositive(`max.${key}`, max[key])] as const);
  const points = new Map(figures.map(([key, { value }]) => [key, value]));
  const parts = { contribution: readPoints('contribution', contribution), note: readPoints('note', note) };
  const steps = practice.map((step, at) => readPoints(`practice.${at}`, step));
  const stepSum = totalOf(steps);
  return [
    ...figures.flatMap(([, { faults }]) => faults),
    ...hundredFaults('max', figures.map(([, figure]) => figure), '五类'),
    ...parts.contribution.faults,
    ...partFaults('contribution', parts.contribution.value, points.get('group') ?? null, '发言的分不能比这一类的满分多'),
    ...parts.note.faults,
    ...partFaults('note', parts.note.value, points.get('selfStudy') ?? null, '心得的分不能比这一类的满分多'),
    ...(practice.length < 1 || practice.length > mostPractices ? [{ field: 'practice', message: `要写1到${mostPractices}次的分` }] : []),
    ...steps.flatMap(({ faults }) => faults),
    ...partFaults('practice', stepSum, points.get('practice') ?? null, `各次加起来${stepSum ? plain(stepSum) : ''}分，不能比这一类的满分多`),
  ];
}

function hundredFaults(field: string, figures: readonly ReadFigure[], what: string): RubricFault[] {
  const total = totalOf(figures);
  return total && compare(total, whole(100)) !== 0 ? [{ field, message: `${what}加起来是${plain(total)}分，要正好100分` }] : [];
}

/** Null while one of them cannot be read. */
function totalOf(figures: readonly ReadFigure[]): Fraction | null {
  const values = figures.flatMap(({ value }) => value ?? []);
  return values.length === figures.length ? sum(values) : null;
}

function creditFaults({ credit }: Rubric): RubricFault[] {
  const figures = attendanceStatuses.flatMap((status) => (credit[status] === null ? [] : [readShare(`credit.${status}`, credit[status])]));
  const present = credit.present === null ? [{ field: 'credit.present', message: '到场要计入' }] : [];
  const exempt = credit.exempt === null ? [] : [{ field: 'credit.exempt', message: '免学的不计入，这里留空' }];
  return [...figures.flatMap(({ faults }) => faults), ...present, ...exempt];
}

function monthFaults({ leastDimensions, mostBonus, mostDeduction }: Rubric): RubricFault[] {
  return [...countFaults('leastDimensions', leastDimensions, 1, dimensionKeys.length), ...readPoints('mostBonus', mostBonus).faults, ...readPoints('mostDeduction', mostDeduction).faults];
}

function voteFaults({ vote: { values, leastBallots, leastShare, trimFrom, weight } }: Rubric): RubricFault[] {
  const figures = grades.map((grade) => ({ field: `vote.values.${grade}`, name: gradeNames[grade], figure: readPoints(`vote.values.${grade}`, values[grade]) }));
  return [
    ...figures.flatMap(({ figure }) => figure.faults),
    ...orderFaults(figures),
    ...countFaults('vote.leastBallots', leastBallots, fewestBallots, 100, '，再少就看得出是谁评的'),
    ...readShare('vote.leastShare', leastShare, true).faults,
    ...countFaults('vote.trimFrom', trimFrom, 3, 100, '，去掉两头要有剩'),
    ...readShare('vote.weight', weight).faults,
  ];
}

function bandFaults({ bands }: Rubric): RubricFault[] {
  const figures = (['excellent', 'good', 'fair'] as const).map((grade) => ({ field: `bands.${grade}`, name: gradeNames[grade], figure: readPoints(`bands.${grade}`, bands[grade]) }));
  return [...figures.flatMap(({ figure }) => figure.faults), ...orderFaults(figures)];
}

/** A year's score is out of 100, too. */
function yearFaults({ year: { monthsWeight, hoursPoints, mostResults, leastMonths, excellentShare } }: Rubric): RubricFault[] {
  const weight = readShare('year.monthsWeight', monthsWeight);
  const parts = [readPoints('year.hoursPoints', hoursPoints), readPoints('year.mostResults', mostResults)];
  const months: ReadFigure = { value: weight.value && times(weight.value, whole(100)), faults: [] };
  return [
    ...weight.faults,
    ...parts.flatMap(({ faults }) => faults),
    ...hundredFaults('year', [months, ...parts], '各月、学时和成果'),
    ...countFaults('year.leastMonths', leastMonths, 1, 12),
    ...readShare('year.excellentShare', excellentShare, true).faults,
  ];
}
