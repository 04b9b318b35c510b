import fc from 'fast-check';
import { groupKey, isGroupName, namedGroup } from './group-name.ts';

describe('names that are one group', () => {
  test.each([
    ['第三学习小组', '第三小组', '三组', '３组', '第 3 组', '第三党小组', '学习三组', '第三', '03组', '（三）组', '龙凤镇第三学习小组', '“微党校”第三学习小组', '3号组'],
    ['第十一学习小组', '11组', '十一小组'],
    ['安溪村学习小组', '安溪村小组', '安溪村组', '安溪村'],
    ['凤凰村一组', '凤凰村第1学习小组'],
  ])('%s and its other spellings', (...names) => {
    expect(new Set(names.map(groupKey)).size).toBe(1);
  });
});

describe('names that are not', () => {
  test.each([
    ['第一小组', '第十一小组'],
    ['1-1组', '11组'],
    ['二十组', '十二组'],
    ['凤凰村一组', '一组'],
    ['第三党支部', '第三小组'],
    ['组织部小组', '部小组'],
    ['三合村小组', '三组'],
  ])('%s and %s', (one, other) => {
    expect(groupKey(one)).not.toBe(groupKey(other));
  });
});

test('a key is short, never empty for a name that says something, and its own key', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 40 }), fc.stringMatching(/^[第学习小组党三十百安溪村\d]{1,12}$/)), (name) => {
      const key = groupKey(name);
      expect(key.length).toBeLessThanOrEqual(60);
      if (/[\p{L}\d]/u.test(name)) expect(key).not.toBe('');
    }),
  );
});

test.each([['第二学习小组花名册', '第二学习小组'], ['龙凤镇三组党员名册', '三组'], ['安溪村小组', '安溪村小组'], ['龙凤镇学习小组花名册', null], ['党员名册', null], ['第一小组组长签字', '第一小组']])('the title %s tells the group %s', (title, group) => {
  expect(namedGroup(title)).toBe(group);
});

test('a group is told from a person', () => {
  expect(['第一小组', '安溪村组', '第二党支部'].every(isGroupName)).toBe(true);
  expect(['小组', '王小明', '组长'].some(isGroupName)).toBe(false);
});
