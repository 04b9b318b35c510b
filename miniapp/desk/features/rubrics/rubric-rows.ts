import { attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { attendanceStatuses, dimensionKeys, gradeNames, grades, type Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { RubricChange } from '@weidangxiao/shared/rules/assessment/rubric-changes.ts';
import type { Fact } from '../../components/facts.tsx';

/** The rule in sentences: what counts in a month, what a note is worth, where the grades begin. */
export function rubricRows(rubric: Rubric): Fact[] {
  const { labels, max, credit, contribution, note, practice, leastDimensions, mostBonus, mostDeduction, bands, vote, year } = rubric;
  const inside: Partial<Record<keyof typeof labels, string>> = {
    group: `，其中发过言${contribution}分，其余看出勤`,
    selfStudy: `，其中交一篇心得${note}分，其余看打了几个周一的卡；手机和纸质一样算`,
    practice: `，核实的一次一次记${practice.join('、')}分`,
  };
  return [
    ...dimensionKeys.map((key): Fact => [labels[key], `满分${max[key]}分${inside[key] ?? '，看出勤'}`]),
    ['出勤怎么算', attendanceStatuses.map((status) => `${attendanceStatusNames[status]}${credit[status] === null ? '不计' : `记${credit[status] ?? ''}`}`).join('，')],
    ['本月没有的', `没开展的不算进满分；少于${leastDimensions}类时这个月不评`],
    ['加分和扣分', `最多加${mostBonus}分，最多扣${mostDeduction}分`],
    ['等次', `优${bands.excellent}分起，良${bands.good}分起，中${bands.fair}分起`],
    ['互评', `占${vote.weight}，${grades.map((grade) => `${gradeNames[grade]}折合${vote.values[grade]}分`).join('，')}；至少${vote.leastBallots}票、${vote.leastShare}的人投了才算；${vote.trimFrom}票起去掉一个最高、一个最低`],
    ['年终', `各月平均占${year.monthsWeight}，学时${year.hoursPoints}分，成果最多${year.mostResults}分；评过${year.leastMonths}个月才定等次；优秀最多占本组的${year.excellentShare}`],
  ];
}

/** 夜校学习满分：15分改成10分 */
export const changeWords = ({ name, before, after }: RubricChange): string => `${name}：${before || '空'}改成${after || '空'}`;
