import { type AttendanceStatus, dimensionKeys, type Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';

export interface RubricRow {
  name: string;
  words: string;
}

const statusNames: Readonly<Record<AttendanceStatus, string>> = { present: '到', made_up: '补学', late: '迟到', left_early: '早退', leave: '请假', absent: '没到', exempt: '免学' };

/** The rule in sentences: what counts in a month, what a note is worth, where the grades begin. */
export function rubricRows(rubric: Rubric): RubricRow[] {
  const { labels, max, notes, credit, contribution, note, practice, leastDimensions, mostBonus, mostDeduction, bands, vote, year } = rubric;
  const dimensions = dimensionKeys.map((key) => ({ name: labels[key], words: `满分${max[key]}分${notes[key] ? `。${notes[key] ?? ''}` : ''}` }));
  const statuses = (Object.keys(statusNames) as AttendanceStatus[]).map((status) => `${statusNames[status]}${credit[status] === null ? '不计' : credit[status]}`);
  return [
    ...dimensions,
    { name: '出勤怎么算', words: statuses.join('，') },
    { name: labels.group, words: `其中${contribution}分看有没有发言等记录，其余看出勤` },
    { name: labels.selfStudy, words: `其中${note}分看有没有一句收获，其余看学了几个周一；手机和纸质一样算` },
    { name: labels.practice, words: `核实的第一次、第二次分别记${practice.join('、')}分` },
    { name: '本月没有的', words: `没开展的不算进满分；少于${leastDimensions}项时这个月不算分` },
    { name: '加分和扣分', words: `最多加${mostBonus}分，最多扣${mostDeduction}分` },
    { name: '等次', words: `优${bands.excellent}分起，良${bands.good}分起，中${bands.fair}分起` },
    { name: '民主评议', words: `占${percent(vote.weight)}，至少${vote.leastBallots}票；${vote.trimFrom}票起去掉最高和最低` },
    { name: '年终', words: `各月占${percent(year.monthsWeight)}，学时${year.hoursPoints}分，成果最多${year.mostResults}分；至少${year.leastMonths}个月；优秀不超过本组的${year.excellentShare}` },
  ];
}

/** 0.3 as 30%; a fraction such as 1/3 stays as it is. */
function percent(part: string): string {
  const value = Number(part);
  return Number.isNaN(value) ? part : `${Math.round(value * 100)}%`;
}
