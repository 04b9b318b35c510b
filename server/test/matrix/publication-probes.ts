import { codeInPrint, publicationCode } from '@weidangxiao/shared/rules/publication.ts';
import { randomBytes } from 'node:crypto';
import { ObjectionsRepository } from '../../src/objections/objections.repository.ts';
import { PublicationsRepository } from '../../src/publications/publications.repository.ts';
import { ScoreAdjustmentsRepository } from '../../src/score-adjustments/score-adjustments.repository.ts';
import { closeMonth } from '../closed-month.ts';
import type { Actor } from '../factory.ts';
import { november } from '../votes.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId, type Staffed } from './world.ts';

const period = '2026-10';
const raised = { kind: 'month' as const, period, about: 'night' as const, text: '少记了一场' };
const figures = { rated: true, s: 8000, p: null, m: 8000, grade: 'good' as const };
const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);

/** Printed codes, by town: one sheet each. */
const sheets = new WeakMap<Staffed, Promise<string>>();
function sheetOf(cell: Cell): Promise<string> {
  const staff = staffOf(cell);
  const known = sheets.get(staff) ?? putUp(cell, staff);
  sheets.set(staff, known);
  return known;
}

async function putUp({ world: { server } }: Cell, { town }: Staffed): Promise<string> {
  const [id, code] = [newId(), publicationCode(randomBytes(64))];
  const dates = { publishedOn: '2026-11-11', publishedUntil: '2026-11-16' };
  const heading = { kind: 'month' as const, period, town: town.name, school: town.schoolName, ...dates };
  const repository = server.get(PublicationsRepository);
  await server.make.act(town, async () => {
    await repository.insertPage(town.scope, { id: newId(), publicationId: id, place: 0, groupId: null, groupName: '没有小组', people: 0, lines: [] });
    await repository.insert(town.scope, { id, kind: 'month', period, code, heading, digest: '', people: 0, ...dates, publishedAt: server.now(), publishedBy: null });
  });
  return code;
}

/** `soon`: before all others in the list of those that wait, which begins with the oldest. */
async function objectionOf(cell: Cell, soon = false): Promise<string> {
  const { server } = cell.world;
  const { town } = staffOf(cell);
  const id = newId();
  const { id: memberId, groupId } = cell.owner.member;
  const waiting = { clientId: newId(), ...raised, memberId, groupId, way: 'app' as const, loggedBy: null, receivedOn: '2026-11-12', receivedAt: server.now() + (soon ? -nextPlace() : nextPlace()), state: 'open' as const, contestUntil: null, contestText: null };
  await server.make.act(town, () => server.get(ObjectionsRepository).insert(town.scope, { id, ...waiting }));
  return id;
}

async function adjustmentOf(cell: Cell): Promise<string> {
  const { server } = cell.world;
  const { town } = staffOf(cell);
  const id = newId();
  const told = { kind: 'correction' as const, bookedOn: '2026-11-18', bookedAt: server.now(), bookedBy: null, reason: '查实', evidence: '签到表', objectionId: null, reverses: null, points: -100 };
  const row = { id, clientId: null, month: '2020-01', memberId: cell.owner.member.id, place: nextPlace(), ...told, wasFigures: figures, ...figures, exempt: 'none' as const, facts: {}, scoreLines: [] };
  await server.make.act(town, () => server.get(ScoreAdjustmentsRepository).insert(town.scope, row));
  return id;
}
let places = 0;
function nextPlace(): number {
  places += 1;
  return places;
}

const listed = new WeakMap<Cell, string>();
async function remembered(cell: Cell, making: (cell: Cell) => Promise<string>): Promise<string> {
  const id = await making(cell);
  listed.set(cell, id);
  return id;
}

/** From the vote's end to a reversal after the lock, in a town of its own; then the world's clock is as before. */
async function playResults({ world: { server } }: Cell): Promise<void> {
  const now = server.now();
  const { month } = november;
  const town = await server.make.town();
  const people = [await server.make.actor({ town, roles: ['leader'] })];
  people.push(await server.make.actor({ town, groupId: people[0]?.member.groupId ?? null }));
  const committee = async (): Promise<Actor[]> => Promise.all([1, 2, 3].map(() => server.make.actor({ town, roles: ['committee'], groupId: null })));
  server.at(november.over);
  await closeMonth(server, town, month);
  const [leader, member] = await Promise.all(people.map((person) => server.make.anew(person)));
  const three = await committee();
  const [chair] = three;
  if (!leader || !member || !chair) throw new Error('somebody is missing');
  await chair.api.call('publishMonth', { params: { month } });
  const body = { ...raised, period: month };
  const { id: first } = await member.api.call('createObjection', { body: { clientId: newId(), ...body } });
  const { id: logged } = await leader.api.call('logObjection', { body: { clientId: newId(), memberId: member.member.id, way: 'spoken', ...body, about: 'vote' } });
  await leader.api.call('withdrawObjection', { params: { id: logged } });
  const answer = { verdict: 'kept' as const, text: '记录没有错' };
  await chair.api.call('proposeObjectionAnswer', { params: { id: first }, body: answer });
  for (const other of three.slice(1)) await other.api.call('signObjectionAnswer', { params: { id: first }, body: { text: answer.text } });
  await member.api.call('contestObjection', { params: { id: first }, body: { text: '请再看看' } });
  server.at('2026-12-15T10:00:00+08:00');
  const { api } = await server.make.anew(chair);
  const told = { reason: '查实', evidence: '签到表' };
  const { id } = await api.call('createScoreAdjustment', { body: { clientId: newId(), month, memberId: member.member.id, points: '-1', ...told } });
  await api.call('reverseScoreAdjustment', { params: { id }, body: { clientId: newId(), reason: '查错了' } });
  server.at(now);
}

export const publicationProbes = {
  getPublicationDraft: plain(() => ({ params: { month: period } })),
  listMonthScores: plain(() => ({ params: { month: period }, query: { group: 'none' as const } })),
  publishMonth: plain(async (cell) => {
    if (cell.caller === 'committee') await playResults(cell);
    return { params: { month: '2026-11' } };
  }),
  listPublications: inList(
    async (cell) => {
      await remembered(cell, sheetOf);
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, cell) => items.some(({ code }) => code === codeInPrint(listed.get(cell) ?? '')),
  ),
  getPublication: plain(async (cell) => {
    await sheetOf(cell);
    return { params: { kind: 'month' as const, period } };
  }),
  listPublicationLines: plain(async (cell) => {
    await sheetOf(cell);
    return { params: { kind: 'month' as const, period }, query: { place: 0 } };
  }),
  verifyPublication: plain(async (cell) => ({ params: { code: await sheetOf(cell) } })),
  createObjection: plain(() => ({ body: { clientId: newId(), ...raised } })),
  listMyObjections: inList(
    async (cell) => {
      await remembered(cell, objectionOf);
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, cell) => items.some(({ id }) => id === listed.get(cell)),
  ),
  logObjection: onTarget(({ owner }) => ({ body: { clientId: newId(), memberId: owner.member.id, way: 'paper' as const, ...raised } })),
  withdrawObjection: onTarget(async (cell) => ({ params: { id: await objectionOf(cell) } })),
  contestObjection: onTarget(async (cell) => ({ params: { id: await objectionOf(cell) }, body: { text: '再看看' } })),
  listObjections: inList(
    async (cell) => {
      await remembered(cell, (one) => objectionOf(one, true));
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, cell) => items.some(({ id }) => id === listed.get(cell)),
  ),
  proposeObjectionAnswer: onTarget(async (cell) => ({ params: { id: await objectionOf(cell) }, body: { verdict: 'kept' as const, text: '没有错' } })),
  signObjectionAnswer: onTarget(async (cell) => ({ params: { id: await objectionOf(cell) }, body: { text: '没有错' } })),
  viewObjectionForm: onTarget(async (cell) => ({ body: { form: 'objection' as const, objectionId: await objectionOf(cell) } })),
  downloadObjectionForm: onTarget(async (cell) => ({ body: { form: 'objection' as const, objectionId: await objectionOf(cell), format: 'docx' as const } })),
  listScoreAdjustments: inList(
    async (cell) => {
      await remembered(cell, adjustmentOf);
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, cell) => items.some(({ id }) => id === listed.get(cell)),
  ),
  createScoreAdjustment: onTarget(({ owner }) => ({ body: { clientId: newId(), month: period, memberId: owner.member.id, points: '-1', reason: '查实', evidence: '签到表' } })),
  reverseScoreAdjustment: onTarget(async (cell) => ({ params: { id: await adjustmentOf(cell) }, body: { clientId: newId(), reason: '查错了' } })),
} satisfies Partial<Probes>;
