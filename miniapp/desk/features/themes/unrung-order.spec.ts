import { inOrder } from './unrung-order.ts';
import type { Unrung } from './push-words.ts';

const person = (name: string, groupName: string | null): Unrung => ({ member: { memberId: name, name }, groupName, why: 'no_credit', reason: '没有可用的提醒次数' });

test('people stand group by group as the town counts its groups, then by surname; those of no group come last', () => {
  const people = [person('赵一', null), person('钱二', '第十学习小组'), person('王五', '第二学习小组'), person('陈四', '第二学习小组')];
  expect(inOrder(people, ['第二学习小组', '第十学习小组']).map(({ member }) => member.name)).toEqual(['陈四', '王五', '钱二', '赵一']);
});
