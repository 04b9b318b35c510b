import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ImplementationPlansService } from '../../src/implementation-plans/implementation-plans.service.ts';
import { OrganisationService } from '../../src/organisation/organisation.service.ts';
import { Acts } from '../../src/platform/access/acts.ts';
import type { GroupScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { SchoolsService } from '../../src/schools/schools.service.ts';
import { asPerson } from './as-person.ts';
import { blocksOf } from './lesson-blocks.ts';
import { planTexts } from './plan-texts.ts';
import type { SampleTown } from './sample-town.ts';

/** Invented villages and communities. */
const places = ['柳溪村', '青石村', '桑园村', '望江社区', '竹林湾村', '石桥村', '清泉村', '新街社区', '双井村', '梨花村', '松岭村', '渡口村', '文昌社区'];
const intros = [
  '小学堂在老祠堂的西厢，夜里有灯。种柑橘的多，冬天学修剪，夏天学管水。',
  '离镇上远，就在院坝里学。谁家有难处，坐下来一起想办法。',
  '年轻人回来开网店，老党员讲村史，一老一少搭着学。',
  '社区的学堂在菜市场楼上，早市散了正好开课。',
];

/** Every village has written its page, the two newest still have to. */
export function seedSchools(app: INestApplicationContext, { scope, leaders }: SampleTown, foundedOn: string): Promise<void> {
  return app.get(Acts).perform(scope, async () => {
    for (const [at, leader] of leaders.slice(0, -2).entries()) {
      const page = { name: places[at] ?? '', foundedOn: `${foundedOn.slice(0, 8)}${15 + (at % 14)}`, intro: intros[at % intros.length] ?? '' };
      if (leader.groupId) await asPerson(leader, 'group', 'updateSchool', (by: GroupScope) => app.get(SchoolsService).change(by, leader.groupId ?? '', page));
    }
  }, { act: 'schools.seeded' });
}

/** Secretary, the member who approves, three offices, and the villages' groups under the one who teaches. */
export async function seedOrganisation(app: INestApplicationContext, { admin, approver, members, leaders }: SampleTown): Promise<void> {
  const others = members.filter(({ duty }) => duty === '委员');
  const [top, publicity, teaching, paperwork, night] = Array.from({ length: 5 }, () => randomUUID());
  if (!top || !publicity || !teaching || !paperwork || !night) return;
  const post = (id: string, title: string, duties: string[], parentId: string | null, holderId: string | null, role: 'secretary' | 'publicity' | null = null) => ({ id, title, role, duties, parentId, holderId, holderText: '' });
  const posts = [
    { ...post(top, '校长（镇党委书记）', ['定全年的学习安排', '每季度听一次汇报', '讲开学第一课'], null, null, 'secretary'), holderText: '镇党委书记' },
    post(publicity, '常务副校长（宣统委员）', ['审每周主题', '请老师、定教材'], top, approver.id, 'publicity'),
    post(teaching, '教务', ['排课', '联系十三个小组', '汇总学时'], publicity, others[0]?.id ?? null),
    post(paperwork, '档案', ['收签到表和心得', '年底成册'], publicity, admin.id),
    post(night, '党史夜校', ['每周四晚开课', '定讲的人和事'], teaching, others[1]?.id ?? null),
    ...leaders.slice(0, 4).map(({ id }, at) => post(randomUUID(), `${places[at]}组长`, ['通知、点名、收尾', '帮不会用手机的同志'], teaching, id)),
    post(randomUUID(), '文昌社区联络员', ['缺人，正在找'], teaching, null),
  ];
  await asPerson(admin, 'town', 'setOrganisation', (by: WholeTownScope) => app.get(OrganisationService).set(by, { revision: 0, posts }));
}

/** One version from the founding, one of this year; the third is agreed and not yet in force. */
export async function seedPlans(app: INestApplicationContext, { admin }: SampleTown, days: readonly string[]): Promise<void> {
  for (const [at, { changes, text }] of planTexts.entries()) {
    const body = { clientId: randomUUID(), basedOn: at, title: '龙凤微党校（党史夜校）实施方案', blocks: blocksOf(text), effectiveFrom: days[at] ?? '', changes };
    await asPerson(admin, 'town', 'createImplementationPlan', (by: WholeTownScope) => app.get(ImplementationPlansService).create(by, body));
  }
}
