import type { Cell, Row } from '../../platform/xlsx/cell.ts';
import { readHeader } from './read-header.ts';

function rowOf(...texts: string[]): Row {
  const cells = texts.map((text, at): [number, Cell] => [at + 1, { text, kind: 'text' }]).filter(([, { text }]) => text !== '');
  return { number: 1, hidden: false, cells: new Map(cells) };
}

function meanings(...texts: string[]): (string | null)[] | null {
  const row = rowOf(...texts);
  return readHeader(row, new Map([[1, row]]), [])?.columns.map(({ meaning }) => meaning) ?? null;
}

describe('a header', () => {
  test.each([
    [['序号', '姓名', '所在小组', '性别', '联系电话', '职务', '类别', '入党时间', '备注(年龄身体等)'], ['serial', 'name', 'group', 'gender', 'phone', 'duty', 'tags', 'joinedOn', 'remark']],
    [['手机号码', '姓　名', '组别', '性 别'], ['phone', 'name', 'group', 'gender']],
    [['学员姓名', '所属学习小组', '联系方式（手机）', '入党日期', '党内职务', '人员类别', '身体状况', '备注'], ['name', 'group', 'phone', 'joinedOn', 'duty', 'tags', 'remark', 'remark']],
    [['党员姓名', '党小组', '手机', '加入中共时间', '转正时间', '入党介绍人', '申请入党时间'], ['name', 'group', 'phone', 'joinedOn', null, null, null]],
    [['姓名', '小组', '小组长', '家属电话', '电话', '身份证号'], ['name', 'group', null, null, 'phone', null]],
    [['姓名', '所在支部', '学习小组', '手机'], ['name', null, 'group', 'phone']],
    [['姓名', '所在党支部', '手机'], ['name', 'group', 'phone']],
    [['姓名', '座机', '办公电话', '手机号'], ['name', null, null, 'phone']],
  ])('of %j means %j', (texts, expected) => {
    expect(meanings(...texts)).toEqual(expected);
  });

  test.each([[['姓名']], [['龙凤镇学习小组花名册']], [['王小明', '第一小组', '13800001234']], [['党员', '第一小组', '男']], [['请核对姓名、电话。', '小组']], [[]]])('is not %j', (texts) => {
    expect(meanings(...texts)).toBeNull();
  });
});
