import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { noCounts } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { votedMonth } from '@weidangxiao/shared/rules/ballot.ts';
import { businessDate, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';

/** Last month's vote is over by the world's clock: what is refused for that is past access. */
const lastMonth = ({ world }: Cell): string => votedMonth(businessDate(world.server.now()));
const box = (cell: Cell) => ({ month: lastMonth(cell), id: cell.owner.member.groupId ?? '' });

/** A vote from the first ballot to the first count, as it is held two weeks later; then the world's clock is as before. */
async function playVote({ world: { server, home } }: Cell): Promise<void> {
  const now = server.now();
  const params = { month: '2026-11', id: home.group.id };
  server.at('2026-12-04T10:00:00+08:00');
  const [admin, member] = [await server.make.anew(home.admin), await server.make.anew(home.member)];
  const { ratees } = await member.api.call('getMyBallot');
  await member.api.call('castBallot', { body: { month: params.month, grades: Object.fromEntries(ratees.map(({ memberId }): [string, Grade] => [memberId, 'good'])) } });
  const holder = home.paperFellow.member.id;
  await admin.api.call('handPaperBallots', { params, body: { memberIds: [home.fellow.member.id, holder] } });
  await admin.api.call('takeBackPaperBallot', { params, body: { memberId: home.fellow.member.id } });
  server.at('2026-12-09T10:00:00+08:00');
  // One single ballot is counted by the town.
  const counter = await server.make.anew(home.admin);
  const { people } = await counter.api.call('getPaperBox', { params });
  const counts = Object.fromEntries(people.map(({ memberId }) => [memberId, { ...noCounts, good: memberId === holder ? 0 : 1 }]));
  await counter.api.call('enterPaperTally', { params, body: { ballots: 1, counts } });
  server.at(now);
}

export const ballotProbes = {
  getMyBallot: plain(),
  castBallot: plain(async (cell) => {
    if (cell.caller === 'leader') await playVote(cell);
    return { body: { month: lastMonth(cell), grades: {} } };
  }),
  listVoteProgress: inList(
    (cell) => ({ params: { month: lastMonth(cell) } }),
    ({ circles }, _, { owner }) => circles.some(({ groups }) => groups.some(({ id }) => id === owner.member.groupId)),
  ),
  joinVote: onTarget((cell) => ({ params: { month: lastMonth(cell) }, body: { groupIds: [cell.owner.member.groupId ?? '', cell.world.home.otherGroup.id] } })),
  endJointVote: onTarget(async (cell) => {
    const { admin, town } = cell.world.townOf(cell.relation);
    const month = monthOf(cell.world.monday);
    const small = await Promise.all([cell.world.server.make.group(town), cell.world.server.make.group(town)]);
    await admin.api.call('joinVote', { params: { month }, body: { groupIds: [small[0].id, small[1].id] } });
    return { params: { month, id: small[0].id } };
  }),
  getPaperBox: onTarget((cell) => ({ params: box(cell) })),
  handPaperBallots: onTarget((cell) => ({ params: box(cell), body: { memberIds: [cell.owner.member.id] } })),
  takeBackPaperBallot: onTarget((cell) => ({ params: box(cell), body: { memberId: cell.owner.member.id } })),
  enterPaperTally: onTarget((cell) => ({ params: box(cell), body: { ballots: 1, counts: {} } })),
  clearPaperTallies: onTarget((cell) => ({ params: box(cell) })),
} satisfies Partial<Probes>;
