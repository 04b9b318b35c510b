import { defaultRubric, type Rubric } from './rubric.ts';
import { rubricChanges } from './rubric-changes.ts';
import { rubricFaults } from './rubric-faults.ts';

type Change = readonly [path: string, value: unknown];

/** The default with the field at this dotted path put to another value. */
function having(...changes: readonly Change[]): Rubric {
  const rubric = structuredClone(defaultRubric) as unknown as Record<string, unknown>;
  for (const [path, value] of changes) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const place = steps.reduce((at, step) => at[step] as Record<string, unknown>, rubric);
    place[last] = value;
  }
  return rubric as unknown as Rubric;
}
const faultsOf = (...changes: readonly Change[]) => rubricFaults(having(...changes)).map(({ field, message }) => `${field}：${message}`);

test('the default rubric has no fault', () => {
  expect(rubricFaults(defaultRubric)).toEqual([]);
});

test.each([
  ['max.night', '16', ['max：五类加起来是101分，要正好100分']],
  ['max.night', '14.5', ['max：五类加起来是99.5分，要正好100分']],
  ['max.night', '0', ['max.night：要大于0']],
  ['max.night', '15.005', ['max.night：最多两位小数']],
  ['max.night', '-1', ['max.night：要在0到100之间']],
  ['max.night', '十五', ['max.night：要写成数，如2.5']],
  ['max.night', '1/3', ['max.night：要写成数，如2.5']],
  ['contribution', '20.5', ['contribution：发言的分不能比这一类的满分多']],
  ['note', '21', ['note：心得的分不能比这一类的满分多']],
  ['practice', ['10', '5.01'], ['practice：各次加起来15.01分，不能比这一类的满分多']],
  ['practice', [], ['practice：要写1到10次的分']],
  ['practice', ['10', ''], ['practice.1：要写成数，如2.5']],
  ['credit.late', '1.01', ['credit.late：要在0到1之间']],
  ['credit.late', '-0.5', ['credit.late：要在0到1之间']],
  ['credit.present', null, ['credit.present：到场要计入']],
  ['credit.exempt', '1', ['credit.exempt：免学的不计入，这里留空']],
  ['leastDimensions', 0, ['leastDimensions：要是1到5的整数']],
  ['leastDimensions', 1.5, ['leastDimensions：要是1到5的整数']],
  ['mostBonus', '101', ['mostBonus：要在0到100之间']],
  ['bands.good', '90', ['bands.good：“良”要比“优”低']],
  ['bands.fair', '95', ['bands.fair：“中”要比“良”低']],
  ['bands.excellent', '100.01', ['bands.excellent：要在0到100之间']],
  ['vote.values.good', '96', ['vote.values.good：“良”要比“优”低']],
  ['vote.values.poor', '70', ['vote.values.poor：“差”要比“中”低']],
  ['vote.leastBallots', 2, ['vote.leastBallots：要是3到100的整数，再少就看得出是谁评的']],
  ['vote.trimFrom', 2, ['vote.trimFrom：要是3到100的整数，去掉两头要有剩']],
  ['vote.leastShare', '1.1', ['vote.leastShare：要在0到1之间']],
  ['vote.leastShare', '3/2', ['vote.leastShare：要在0到1之间']],
  ['vote.weight', '0.333', ['vote.weight：最多两位小数']],
  ['vote.weight', '1/3', ['vote.weight：要写成数，如2.5']],
  ['year.monthsWeight', '0.7', ['year：各月、学时和成果加起来是90分，要正好100分']],
  ['year.excellentShare', '4/3', ['year.excellentShare：要在0到1之间']],
  ['year.excellentShare', '1/0', ['year.excellentShare：要写成小数或分数，如0.5、1/3']],
  ['year.leastMonths', 13, ['year.leastMonths：要是1到12的整数']],
  ['labels.night', '  ', ['labels.night：要填']],
  ['labels.night', '农民夜校集中学习活动总称呼', ['labels.night：最多12个字']],
  ['labels.night', '集中学习', ['labels.night：有两类都叫“集中学习”']],
  ['notes.group', '字'.repeat(41), ['notes.group：最多40个字']],
  ['version', '', ['version：要填']],
  ['version', '2'.repeat(21), ['version：最多20个字']],
] as const)('%s of %j is refused by its name', (path, value, expected) => {
  expect(faultsOf([path, value])).toEqual(expected);
});

test('all faults are named at once, those of a figure that cannot be read only once', () => {
  expect(faultsOf(['max.group', 'x'], ['bands.good', '95'], ['vote.trimFrom', 0], ['credit.leave', '2']).map((fault) => fault.split('：')[0])).toEqual(['max.group', 'credit.leave', 'vote.trimFrom', 'bands.good']);
});

test('a share may be a ratio, and a part may be the whole', () => {
  expect(faultsOf(['vote.leastShare', '2/3'], ['contribution', '20'], ['note', '0'], ['credit.leave', null])).toEqual([]);
});

test('what two versions differ in is told by name, before and after', () => {
  expect(rubricChanges(defaultRubric, defaultRubric)).toEqual([]);
  expect(rubricChanges(defaultRubric, having(['version', '2027-1'], ['max.night', '10'], ['max.centralized', '35'], ['labels.group', '专题研讨学习'], ['credit.leave', null], ['practice', ['15']]))).toEqual([
    { field: 'labels.group', name: '第2类的名称', before: '小组研讨学习', after: '专题研讨学习' },
    { field: 'max.centralized', name: '集中学习满分', before: '30分', after: '35分' },
    { field: 'max.night', name: '夜校学习满分', before: '15分', after: '10分' },
    { field: 'practice', name: '实践学习各次', before: '10、5分', after: '15分' },
    { field: 'credit.leave', name: '出勤“请假”', before: '记0.5', after: '不计' },
  ]);
});
