import type { INestApplicationContext } from '@nestjs/common';
import { pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { CheckInIntakeService } from '../../src/check-ins/check-in-intake.service.ts';
import type { Member } from '../../src/members/member.entity.ts';
import { Acts } from '../../src/platform/access/acts.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { Clock } from '../../src/platform/clock/clock.ts';
import { DeliveriesService } from '../../src/theme-pushes/deliveries.service.ts';
import { asPerson } from './as-person.ts';
import { awayAs } from './away.ts';
import { pick, repeatable } from './random.ts';
import type { SamplePhones } from './sample-phones.ts';
import type { SampleTown } from './sample-town.ts';

const hour = 3_600_000;
const takeaways = [
  '回去先把田里的沟清一遍。',
  '缺苗的地方，这几天趁阴天补上。',
  '以前卖橘子没算过箱子钱，这回要算。',
  '先动手再说，不等。',
  '把验证码这条讲给我妈听了。',
  '流转合同那五条，我家的要再看一遍。',
  '组里那块荒地，我先去问问。',
  '每天早上量血压，从明天开始。',
  '开会少念材料，多说自己的事。',
  '小时候听爷爷讲过，今天才懂。',
];

/** On three evenings of the week; six in ten on the phone, some on a paper slip that the leader entered. */
export async function seedCheckIns(app: INestApplicationContext, town: SampleTown, monday: string, until: number, phones: SamplePhones | null): Promise<void> {
  const random = repeatable(Number(monday.replaceAll('-', '')));
  for (let evening = 0; evening < 3; evening += 1) {
    const at = pushInstant(monday) + (11.5 + 24 * evening) * hour;
    if (at > until) return;
    town.clock.move(at);
    const tonight = town.members.filter((member, index) => index % 3 === evening && random() < 0.62 && !awayAs(town, member, at));
    await app.get(Acts).perform(town.scope, () => enter(app, town, monday, tonight, random), { act: 'check-ins.seeded' });
    for (const member of tonight) if (!member.paper && random() < 0.7) await phones?.wantDoorbell(member);
  }
}

async function enter(app: INestApplicationContext, town: SampleTown, monday: string, members: readonly Member[], random: () => number): Promise<void> {
  const intake = app.get(CheckInIntakeService);
  const sheets = await sheetsOf(app, town, monday);
  for (const member of members) {
    const text = pick(takeaways, random);
    if (random() < 0.6) await readIt(app, member, leaderOf(town, member), sheets.get(member.id));
    const leader = leaderOf(town, member);
    if (member.paper && leader) {
      const note = { clientId: randomUUID(), monday, text, seenOn: monday };
      await asPerson(leader, 'group', 'createPaperNote', (scope: GroupScope) => intake.fromPaper(scope, member.id, note));
    } else if (!member.paper) {
      const capturedAt = app.get(Clock).now() - Math.floor(random() * 20) * 60_000;
      const body = { clientId: randomUUID(), monday, capturedAt, takeaway: { kind: 'text' as const, text } };
      await asPerson(member, 'own', 'createCheckIn', (scope: OwnScope) => intake.fromPhone(scope, body));
    }
  }
}

/** By member: the deliveries of that week that are printed. */
async function sheetsOf(app: INestApplicationContext, { admin }: SampleTown, monday: string): Promise<Map<string, string>> {
  const { items } = await asPerson(admin, 'town', 'listPaperDeliveries', (scope: WholeTownScope) => app.get(DeliveriesService).paper(scope, { monday, page: 1, pageSize: 200 }));
  return new Map(items.map(({ id, member }) => [member.memberId, id]));
}

/** The inbox row is opened, or the printed sheet handed over. */
async function readIt(app: INestApplicationContext, member: Member, leader: Member | undefined, sheet: string | undefined): Promise<void> {
  const deliveries = app.get(DeliveriesService);
  if (!member.paper) {
    await asPerson(member, 'own', 'readDelivery', async (scope: OwnScope) => {
      const { items } = await deliveries.mine(scope, { page: 1, pageSize: 1 });
      if (items[0]) await deliveries.read(scope, items[0].id);
    });
  } else if (leader && sheet) {
    await asPerson(leader, 'group', 'tickPaperDelivery', (scope: GroupScope) => deliveries.tick(scope, sheet, true));
  }
}

function leaderOf({ leaders }: SampleTown, { groupId }: Member): Member | undefined {
  return leaders.find((leader) => leader.groupId === groupId);
}
