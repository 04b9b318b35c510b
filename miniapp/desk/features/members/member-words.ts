import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type Member = Answer<'listMembers'>['items'][number];
export type MemberDetail = Answer<'getMember'>;
export type Tag = Member['tags'][number];
export type MemberState = Member['state'];

export const tagNames: Readonly<Record<Tag, string>> = { party_member: '党员', cadre: '镇村干部', reserve: '后备力量', rich_leader: '致富带头人', villager: '群众' };
export const tags = Object.keys(tagNames) as Tag[];
export const stateNames: Readonly<Record<MemberState, string>> = { active: '在册', transferred_out: '已转出', closed: '已停用' };
export const stateChoices = (Object.keys(stateNames) as MemberState[]).map((value) => ({ value, label: stateNames[value] }));
export const genderNames = { male: '男', female: '女' } as const;
export const genderChoices = [{ value: '', label: '没填' }, { value: 'male', label: '男' }, { value: 'female', label: '女' }];
