import { attendanceStatusNames } from '../attendance.ts';
import { attendanceStatuses, dimensionKeys, gradeNames, grades, type Rubric } from './rubric.ts';

/** One figure or name of a rubric as people read it. */
export interface RubricField {
  /** The dotted path that `rubricFaults` names, too. */
  readonly field: string;
  readonly name: string;
  readonly value: string;
}

export interface RubricChange {
  readonly field: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Everything that differs between two versions, in the order of the form; their names and remarks do not count. */
export function rubricChanges(before: Rubric, after: Rubric): RubricChange[] {
  const known = new Map(rubricFields(before).map(({ field, value }) => [field, value]));
  return rubricFields(after).flatMap(({ field, name, value }) => {
    const old = known.get(field) ?? '';
    return old === value ? [] : [{ field, name, before: old, after: value }];
  });
}

function rubricFields(rubric: Rubric): RubricField[] {
  return [...ofDimensions(rubric), ...ofMonth(rubric), ...ofVote(rubric), ...ofYear(rubric)];
}

function ofDimensions({ labels, max, credit, contribution, note, practice }: Rubric): RubricField[] {
  return [
    ...dimensionKeys.map((key) => ({ field: `labels.${key}`, name: `第${dimensionKeys.indexOf(key) + 1}类的名称`, value: labels[key] })),
    ...dimensionKeys.map((key) => ({ field: `max.${key}`, name: `${labels[key]}满分`, value: `${max[key]}分` })),
    { field: 'contribution', name: `${labels.group}里发言`, value: `${contribution}分` },
    { field: 'note', name: `${labels.selfStudy}里心得`, value: `${note}分` },
    { field: 'practice', name: `${labels.practice}各次`, value: `${practice.join('、')}分` },
    ...attendanceStatuses.map((status) => ({ field: `credit.${status}`, name: `出勤“${attendanceStatusNames[status]}”`, value: credit[status] === null ? '不计' : `记${credit[status]}` })),
  ];
}

function ofMonth({ leastDimensions, mostBonus, mostDeduction, bands }: Rubric): RubricField[] {
  return [
    { field: 'leastDimensions', name: '至少几类才评', value: `${leastDimensions}类` },
    { field: 'mostBonus', name: '加分最多', value: `${mostBonus}分` },
    { field: 'mostDeduction', name: '扣分最多', value: `${mostDeduction}分` },
    ...(['excellent', 'good', 'fair'] as const).map((grade) => ({ field: `bands.${grade}`, name: `“${gradeNames[grade]}”从`, value: `${bands[grade]}分起` })),
  ];
}

function ofVote({ vote: { values, leastBallots, leastShare, trimFrom, weight } }: Rubric): RubricField[] {
  return [
    ...grades.map((grade) => ({ field: `vote.values.${grade}`, name: `互评“${gradeNames[grade]}”折合`, value: `${values[grade]}分` })),
    { field: 'vote.weight', name: '互评占', value: weight },
    { field: 'vote.leastBallots', name: '互评至少几票', value: `${leastBallots}票` },
    { field: 'vote.leastShare', name: '互评至少多少人投', value: leastShare },
    { field: 'vote.trimFrom', name: '去掉最高最低，从', value: `${trimFrom}票起` },
  ];
}

function ofYear({ year: { monthsWeight, hoursPoints, mostResults, leastMonths, excellentShare } }: Rubric): RubricField[] {
  return [
    { field: 'year.monthsWeight', name: '年终：各月占', value: monthsWeight },
    { field: 'year.hoursPoints', name: '年终：学时', value: `${hoursPoints}分` },
    { field: 'year.mostResults', name: '年终：成果最多', value: `${mostResults}分` },
    { field: 'year.leastMonths', name: '年终：至少几个月', value: `${leastMonths}个月` },
    { field: 'year.excellentShare', name: '年终：评优最多占', value: excellentShare },
  ];
}
