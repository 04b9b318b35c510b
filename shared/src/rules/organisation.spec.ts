import { type ChartPost, deepestPost, faultInChart } from './organisation.ts';

const post = (id: string, parentId: string | null = null, role: ChartPost['role'] = null): ChartPost => ({ id, title: id, role, parentId });

test('a tree is fine, whatever the order of its posts, and so is an empty chart', () => {
  expect(faultInChart([])).toBeNull();
  expect(faultInChart([post('组长', '副书记'), post('副书记', '书记'), post('书记', null, 'secretary'), post('委员', '书记', 'publicity')])).toBeNull();
});

test.each<[string, ChartPost[], object]>([
  ['a post twice', [post('甲'), post('甲')], { at: 1, field: 'id' }],
  ['two secretaries', [post('甲', null, 'secretary'), post('乙', null, 'secretary')], { at: 1, field: 'role', reason: '“书记”只能有一个岗位' }],
  ['a parent that is not there', [post('甲'), post('乙', '丙')], { at: 1, field: 'parentId' }],
  ['a post under itself', [post('甲', '甲')], { at: 0, field: 'parentId', reason: '“甲”绕了一圈又归自己管' }],
  ['a circle of three', [post('甲', '乙'), post('乙', '丙'), post('丙', '甲')], { at: 0, field: 'parentId' }],
  ['a circle above it', [post('丁', '甲'), post('甲', '乙'), post('乙', '甲')], { at: 0, field: 'parentId' }],
])('no chart has %s', (_, posts, fault) => {
  expect(faultInChart(posts)).toMatchObject(fault);
});

test('a chart has so many levels and no more', () => {
  const line = Array.from({ length: deepestPost + 1 }, (_, at) => post(`第${at}层`, at === 0 ? null : `第${at - 1}层`));
  expect(faultInChart(line.slice(0, -1))).toBeNull();
  expect(faultInChart(line)).toMatchObject({ at: deepestPost, field: 'parentId' });
});
