import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Member } from '../../src/members/member.entity.ts';
import type { GroupScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { ReflectionDeskService } from '../../src/reflections/reflection-desk.service.ts';
import { ReflectionReviewService } from '../../src/reflections/reflection-review.service.ts';
import { asPerson } from './as-person.ts';
import type { SamplePhones } from './sample-phones.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';

const samples: readonly { readonly title: string; readonly paragraphs: readonly string[]; readonly published: boolean }[] = [
  {
    title: '一条沟清出来的账',
    paragraphs: ['上个月学了冬油菜管护，组里八户人约好，星期六一起清沟。干了一上午，清了四百多米。', '下雨那天我特意去田里看，没有积水。往年这时候，下半块田的叶子早黄了。', '我们商量，以后每年立冬第一个星期六，就是清沟日。'],
    published: true,
  },
  {
    title: '第一次把橘子卖到省外',
    paragraphs: ['学了打包那一课，我们组三家凑了六十箱，用手机卖。头一批坏了四个，照课上说的，当场赔。', '买的人回头又要了五箱。算下来，一斤比贩子多卖六毛。'],
    published: true,
  },
  { title: '念给老人听的村规', paragraphs: ['村规民约改成了大白话，念给八位不识字的老人听。王婶说，这回听懂了。', '她还提了一条：办酒不超过十桌。大家举手，过了。'], published: true },
  { title: '防骗五句，背熟了', paragraphs: ['我们把五句话写在红纸上，贴在小卖部门口。这周有人来推销保健品，老人自己就说，拿不准先问组长。'], published: false },
];

/** By the leaders of four groups, the demo's first: most of them published, one waits for its review. */
export async function seedReflections(app: INestApplicationContext, town: SampleTown, monday: string, phones: SamplePhones): Promise<void> {
  const leaders = demoLeadersFirst(town);
  for (const [at, { published, title, paragraphs }] of samples.entries()) {
    const leader = leaders[at];
    if (!leader) continue;
    await phones.open(leader);
    await seedReflection(app, town, leader, { title, paragraphs: [...paragraphs], pictures: [], monday }, published);
  }
}

async function seedReflection(app: INestApplicationContext, { admin }: SampleTown, leader: Member, words: { title: string; paragraphs: string[]; pictures: string[]; monday: string }, published: boolean): Promise<void> {
  const desk = app.get(ReflectionDeskService);
  const body = { ...words, clientId: randomUUID(), kind: 'group' as const, groupId: leader.groupId ?? undefined };
  const { id } = await asPerson(leader, 'group', 'createReflection', (scope: GroupScope) => desk.create(scope, body));
  await asPerson(leader, 'group', 'submitReflection', (scope: GroupScope) => desk.submit(scope, id));
  if (published) await asPerson(admin, 'town', 'publishReflection', (scope: WholeTownScope) => app.get(ReflectionReviewService).publish(scope, id));
}
