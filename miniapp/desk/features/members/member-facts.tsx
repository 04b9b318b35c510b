import { type Fact, Facts } from '../../components/facts.tsx';
import { genderNames, type MemberDetail, tagNames } from './member-words.ts';

export function MemberFacts({ member }: { member: MemberDetail }) {
  const facts: Fact[] = [
    ['性别', member.gender ? genderNames[member.gender] : '没填'],
    ['类别', member.tags.map((tag) => tagNames[tag]).join('、') || '没填'],
    ['职务', member.duty ?? '没有'],
    ['入党时间', member.joinedOn ?? '没填'],
    ['每周主题', member.paper ? '纸质稿，组长送到' : member.bound ? '手机，已绑微信' : '手机，还没绑微信'],
    ['小组经历', member.memberships.map(({ groupName, from, to }) => `${groupName}（${from}起${to ? `，到${to}` : ''}）`).join('；')],
  ];
  return <Facts facts={facts} />;
}
