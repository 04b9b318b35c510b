import type { MemberTag } from '../../src/members/member.entity.ts';
import type { NewMember } from '../../src/members/members.service.ts';
import { pick, repeatable } from './random.ts';

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁韦马方俞任袁柳鲍史唐薛雷贺倪汤罗毕郝安常于傅齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮席季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房'];
const given = ['守田', '春莲', '国庆', '秀英', '建军', '桂芳', '长林', '玉兰', '明德', '素珍', '志强', '小梅', '永福', '翠华', '光辉', '晓燕', '世昌', '红霞', '家宝', '丽娟', '天佑', '淑芬', '学文', '海棠', '正清', '雪梅', '宗云', '金凤', '大川', '月琴', '思源', '冬青'];

export const groupNames = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'].map((number) => `第${number}学习小组`);

export interface SamplePerson extends Omit<NewMember, 'groupId' | 'since'> {
  /** Index of the group. */
  readonly group: number;
  readonly leads: boolean;
}

/** Ten or eleven invented people in each of the thirteen groups; the first of each leads it. */
export function samplePeople(): SamplePerson[] {
  const random = repeatable(20_260_515);
  const used = new Set<string>();
  return groupNames.flatMap((_, group) => Array.from({ length: group % 4 === 0 ? 11 : 10 }, (__, at) => person(group, at, used, random)));
}

function person(group: number, at: number, used: Set<string>, random: () => number): SamplePerson {
  const name = freshName(used, random);
  const withoutPhone = at === 8;
  const tags: MemberTag[] = at === 0 ? ['party_member', 'cadre'] : pick([['party_member'], ['party_member', 'rich_leader'], ['party_member', 'reserve'], ['villager']], random);
  return {
    name,
    group,
    leads: at === 0,
    phone: withoutPhone ? null : `1${pick(['38', '39', '58', '99'], random)}0000${String(1000 + used.size).padStart(4, '0')}`,
    gender: random() < 0.45 ? 'female' : 'male',
    tags,
    duty: at === 0 ? '支部书记（组长）' : at === 1 ? '委员' : null,
    joinedOn: tags.includes('party_member') ? `${1972 + Math.floor(random() * 50)}-0${1 + Math.floor(random() * 9)}` : null,
    // Two of every group get the theme on paper: one has no phone, one would rather read it so.
    paper: withoutPhone || at === 9,
    remark: at === 9 && group % 3 === 0 ? '眼睛不好，看大字稿' : null,
  };
}

function freshName(used: Set<string>, random: () => number): string {
  for (;;) {
    const name = pick(surnames, random) + pick(given, random);
    if (!used.has(name)) {
      used.add(name);
      return name;
    }
  }
}
