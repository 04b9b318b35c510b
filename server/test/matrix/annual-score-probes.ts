import { randomUUID } from 'node:crypto';
import { AssessmentMonthsService } from '../../src/assessment-months/assessment-months.service.ts';
import { AnnualScoringService } from '../../src/annual-scores/annual-scoring.service.ts';
import { systemScope } from '../../src/platform/access/mint.ts';
import { Database } from '../../src/platform/database/database.ts';
import { OpeningEntry } from '../../src/score-entries/opening-entry.entity.ts';
import { closeMonth } from '../closed-month.ts';
import type { MadeTown } from '../factory.ts';
import type { TestServer } from '../test-server.ts';
import { type Cell, onTarget, plain, type Probes } from './probe.ts';
import { newId } from './world.ts';

/** By the world's clock this year is under way: what is refused for that is past access. */
const year = '2026';
const params = { year };
const group = ({ owner }: Cell) => ({ groupId: owner.member.groupId ?? 'none' });

/** Six months at full marks from before the town joined, and hours enough. */
const brought = (townId: string, memberId: string): OpeningEntry[] =>
  [...['05', '06', '07', '08', '09', '10'].map((month) => `${year}-${month}`), year].map((period) => ({
    ...{ townId, id: randomUUID(), kind: period === year ? ('hours' as const) : ('month' as const), year, period, memberId, figure: 10_000, evidence: '原台账', held: period },
    ...{ clientId: randomUUID(), enteredBy: memberId, enteredAt: 0, reversedAt: null, reversedBy: null, reversalReason: null },
  }));

async function lockMonths(server: TestServer, town: MadeTown): Promise<void> {
  for (const [month, day] of [['2026-11', '2026-12-10'], ['2026-12', '2027-01-11']] as const) {
    server.at(`${day}T10:00:00+08:00`);
    await closeMonth(server, town, month);
    await server.make.act(town, () => server.get(AssessmentMonthsService).publish(town.scope, month));
  }
}

/** A year from the run to a correction, in a town of its own; then the world's clock is as before. */
async function playYear({ world: { server } }: Cell): Promise<void> {
  const now = server.now();
  const town = await server.make.town();
  const { id: groupId } = await server.make.group(town);
  const [one, other] = [await server.make.member({ town, groupId }), await server.make.member({ town, groupId })];
  await server.make.act(town, () => server.get(Database).rows(OpeningEntry).insert([...brought(town.id, one.id), ...brought(town.id, other.id)]));
  await lockMonths(server, town);
  server.at('2027-01-20T10:00:00+08:00');
  const { api } = await server.make.actor({ town, roles: ['committee'], groupId: null });
  await api.call('runAssessmentYear', { params, body: { after: 0, W: '10' } });
  await server.get(AnnualScoringService).score(systemScope(town.id, 'annual-scoring'), year);
  await api.call('decideCapTie', { params, body: { clientId: newId(), groupId, memberIds: [one.id], metOn: '2027-01-20', minutes: '纪要1号', reason: '议过' } });
  await api.call('publishAssessmentYear', { params });
  await api.call('listAnnualGrades', { params, query: { groupId } });
  await server.make.act(town, () => server.get(Database).rows(OpeningEntry).update({ townId: town.id, memberId: other.id, period: year }, { figure: 100 }));
  await api.call('correctAnnualScore', { params, body: { clientId: newId(), memberId: other.id, reason: '学时写多了' } });
  server.at(now);
}

export const annualScoreProbes = {
  getAssessmentYear: plain(() => ({ params })),
  runAssessmentYear: plain(() => ({ params, body: { after: 0, W: '10' } })),
  publishAssessmentYear: plain(() => ({ params })),
  listAnnualScores: plain((cell) => ({ params, query: group(cell) })),
  listAnnualGrades: plain((cell) => ({ params, query: group(cell) })),
  listCapTies: plain(() => ({ params })),
  decideCapTie: plain(async (cell) => {
    if (cell.caller === 'committee') await playYear(cell);
    return { params, body: { clientId: newId(), groupId: cell.owner.member.groupId, memberIds: [cell.owner.member.id], metOn: '2026-11-25', minutes: '纪要1号', reason: '议过' } };
  }),
  listAnnualCorrections: plain(() => ({ params })),
  correctAnnualScore: plain(({ owner }) => ({ params, body: { clientId: newId(), memberId: owner.member.id, reason: '材料补齐' } })),
  getMyAnnualScore: plain(() => ({ params })),
  getMemberAnnualScore: onTarget(({ owner }) => ({ params: { year, id: owner.member.id } })),
  getGroupDimensions: onTarget(({ owner }) => ({ params: { year, id: owner.member.groupId ?? '' } })),
} satisfies Partial<Probes>;
