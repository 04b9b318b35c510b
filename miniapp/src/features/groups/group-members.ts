import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { ask, telephone } from '@/platform/navigation';
import { call } from '@/platform/request';
import { useStored } from '@/platform/stored';

export type Member = Answer<'listMembers'>['items'][number];

/** How the people of a group can be reached, by id; empty until it is known. */
export function useReach(groupId: string | null): ReadonlyMap<string, Member> {
  const { value } = useStored(groupId ? `group-members/${groupId}` : null, () => call('listMembers', { query: { groupId: groupId ?? undefined, state: 'active', pageSize: 100 } }));
  return new Map(value?.items.map((member) => [member.id, member]));
}

/** 没有手机 or 没用微信登录过: whom the leader has to reach in another way. */
export function reachNote(member: Member | undefined, paper: boolean): string | null {
  if (!member) return paper ? '看纸质学习单' : null;
  if (!member.phoneMasked) return '没有手机';
  return paper ? '看纸质学习单' : member.bound ? null : '没用微信登录过';
}

/** Shows the number for this call only; asking for it is put on record. @throws CallFailure */
export async function callMember({ id, name, phoneMasked }: Member): Promise<void> {
  const sure = await ask({ title: `给${name}打电话`, text: `要看完整的号码（${phoneMasked}）。谁看过号码，系统会记下来。`, yes: '看号码' });
  if (!sure) return;
  const { phone } = await call('revealPhone', { params: { id } });
  if (phone) telephone(phone);
}
