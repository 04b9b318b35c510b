import { maskPhone } from '../../platform/crypto/mask-phone.ts';
import type { Tag } from '../reading/read-words.ts';
import type { Candidate, TownPerson } from './judgement.ts';

/** What of a person the sheet tells otherwise. A blank cell tells nothing and takes nothing away. */
export interface Changes {
  readonly name?: string;
  readonly phone?: string;
  readonly phoneShared?: true;
  /** Another group than today's; `create:` and a key for one that is still to be made. */
  readonly group?: string;
  readonly gender?: 'male' | 'female';
  readonly tags?: readonly Tag[];
  readonly duty?: string;
  readonly joinedOn?: string;
  readonly remark?: string;
}

export function changesOf(row: Candidate, member: TownPerson): Changes {
  const { name, phone, gender, tags, duty, joinedOn, remark } = row;
  return {
    ...(name && name !== member.name && { name }),
    ...(phone && phone !== member.phone && { phone }),
    ...(row.phoneShared && !member.phoneShared && { phoneShared: true as const }),
    ...(groupTarget(row) !== member.groupId && groupTarget(row) && { group: groupTarget(row) ?? '' }),
    ...(gender && gender !== member.gender && { gender }),
    ...(tags.length > 0 && [...tags].sort().join() !== [...member.tags].sort().join() && { tags }),
    ...(duty && duty !== member.duty && { duty }),
    ...(joinedOn && !member.joinedOn?.startsWith(joinedOn) && { joinedOn }),
    ...(remark && remark !== member.remark && { remark }),
  };
}

/** Today's group by its id, a group still to be made by `create:` and its key. */
export function groupTarget({ group }: Pick<Candidate, 'group'>): string | null {
  if (group.kind === 'known') return group.id;
  return group.kind === 'create' ? `create:${group.key}` : null;
}

const genders = { male: '男', female: '女' };
const tagNames: Readonly<Record<Tag, string>> = { party_member: '党员', cadre: '镇村干部', reserve: '后备力量', rich_leader: '致富带头人', villager: '群众' };

/** As "小组：第一学习小组 → 第二学习小组". Phones masked, remarks never told. */
export function changeSentences(changes: Changes, row: Candidate, member: TownPerson, groupNames: ReadonlyMap<string, string>): string[] {
  const tagsOf = (tags: readonly Tag[]): string => tags.map((tag) => tagNames[tag]).join('、');
  const lines = [
    changes.name && arrow('姓名', member.name, changes.name),
    changes.phone && arrow('手机', member.phone && maskPhone(member.phone), maskPhone(changes.phone)),
    changes.phoneShared && '手机：两人共用',
    changes.group && row.group.kind !== 'none' && arrow('小组', groupNames.get(member.groupId ?? ''), row.group.name),
    changes.gender && arrow('性别', member.gender && genders[member.gender], genders[changes.gender]),
    changes.tags && arrow('类别', tagsOf(member.tags), tagsOf(changes.tags)),
    changes.duty && arrow('职务', member.duty, changes.duty),
    changes.joinedOn && arrow('入党时间', member.joinedOn, changes.joinedOn),
    changes.remark && (member.remark ? '备注：有改动' : '备注：新增'),
  ];
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}

function arrow(what: string, from: string | null | undefined, to: string): string {
  return `${what}：${from || '空'} → ${to}`;
}
