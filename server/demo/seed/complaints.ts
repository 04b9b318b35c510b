import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ComplaintDeskService } from '../../src/complaints/complaint-desk.service.ts';
import { ComplaintsService } from '../../src/complaints/complaints.service.ts';
import { hostScope } from '../../src/platform/access/mint.ts';
import type { OwnScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { asPerson } from './as-person.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';

const day = 86_400_000;

interface SampleComplaint {
  readonly about: 'study' | 'session' | 'score' | 'app' | 'town' | 'other';
  readonly text: string;
  readonly anonymous: boolean;
  readonly daysAgo: number;
  /** By the town, or by the district, so many days later. */
  readonly answer?: { readonly text: string; readonly after: number; readonly from: 'town' | 'district' };
}

/** The oldest first. */
const complaints: readonly SampleComplaint[] = [
  { about: 'town', text: '评优的名单没有贴出来，听说定了，不知道怎么定的。', anonymous: true, daysAgo: 61, answer: { text: '已请镇里把名单和理由在村务栏贴满五天。', after: 9, from: 'district' } },
  { about: 'session', text: '夜校八点半才散，山上那条路没有灯，老人不敢走。', anonymous: false, daysAgo: 40, answer: { text: '从下月起夜校七点开始，八点散；散的时候村里有人送到路口。', after: 3, from: 'town' } },
  { about: 'app', text: '录音的字太小了，老花眼看不清按哪里。', anonymous: false, daysAgo: 26, answer: { text: '“我的”里打开长辈版，字和按钮都大。组长会到家里帮着开一次。', after: 2, from: 'town' } },
  { about: 'score', text: '十月我在外地看病，那两次活动为什么算没到？', anonymous: false, daysAgo: 20 },
  { about: 'study', text: '养殖的课太少，柑橘讲了又讲。', anonymous: true, daysAgo: 8 },
  { about: 'session', text: '活动室的音响坏了两个月，后排听不见。', anonymous: false, daysAgo: 3 },
  { about: 'town', text: '名册里还有去年搬走的人，开会凑数。', anonymous: false, daysAgo: 2 },
];

/** Some answered, one that waited too long and lies with the district, some that the town still has time for. */
export async function seedComplaints(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const { clock } = town;
  const now = clock.time();
  const [first] = demoLeadersFirst(town);
  // All of one group, so that whomever the demo logs in as a member has written one.
  const writers = town.members.filter(({ id, groupId, paper }) => groupId === first?.groupId && id !== first?.id && !paper);
  for (const [at, complaint] of complaints.entries()) {
    const writer = writers[at % writers.length];
    if (!writer) continue;
    const body = { clientId: randomUUID(), about: complaint.about, text: complaint.text, anonymous: complaint.anonymous, photoId: null };
    clock.move(now - complaint.daysAgo * day);
    const { id } = await asPerson(writer, 'own', 'createComplaint', (by: OwnScope) => app.get(ComplaintsService).create(by, body));
    clock.move(now - (complaint.daysAgo - (complaint.answer?.after ?? 0)) * day);
    if (complaint.answer) await answer(app, town, id, complaint.answer);
  }
  clock.move(now);
}

async function answer(app: INestApplicationContext, { admin }: SampleTown, id: string, { text, from }: NonNullable<SampleComplaint['answer']>): Promise<void> {
  const desk = app.get(ComplaintDeskService);
  if (from === 'town') await asPerson(admin, 'town', 'answerComplaint', (by: WholeTownScope) => desk.answer(by, id, text));
  else await desk.answerEscalated(hostScope(), id, text);
}
