import { pageCodeOf } from '@weidangxiao/shared/rules/sign-in.ts';
import { SignInsRepository } from '../../src/attendance/sign-ins.repository.ts';
import { SessionRecordsRepository } from '../../src/study-sessions/session-records.repository.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId, type Staffed } from './world.ts';

const hour = 3_600_000;
const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);
const groupOf = ({ owner }: Cell): string => owner.member.groupId ?? '';

const planOf = (cell: Cell, startsAt = cell.world.server.now() + hour / 4) => ({
  ...{ clientId: newId(), kind: 'group' as const, format: 'discussion' as const, title: '对照找差距', despiteOverlap: true },
  ...{ startsAt, endsAt: startsAt + hour, expects: { kind: 'groups' as const, groupIds: [groupOf(cell)] } },
});

/** A session of the owner's group, planned by the town's admin. */
async function sessionOf(cell: Cell, until: 'planned' | 'open' = 'planned'): Promise<string> {
  const { api } = staffOf(cell).admin;
  const { id } = await api.call('createStudySession', { body: planOf(cell, until === 'open' ? cell.world.server.now() - hour / 4 : undefined) });
  if (until === 'open') await api.call('openStudySession', { params: { id } });
  return id;
}
const onPlanned = async (cell: Cell) => ({ params: { id: await sessionOf(cell) } });
const onOpen = async (cell: Cell) => ({ params: { id: await sessionOf(cell, 'open') } });

const closing = () => ({ clientId: newId(), line: { kind: 'text' as const, text: '各人说了一条' }, hours: '1' });

async function onClosed(cell: Cell) {
  const sent = await onOpen(cell);
  await staffOf(cell).admin.api.call('closeStudySession', { ...sent, body: closing() });
  return sent;
}

async function seriesOf(cell: Cell) {
  const { expects } = planOf(cell);
  const body = { clientId: newId(), kind: 'night' as const, format: 'lecture' as const, title: '夜校', weekday: 4, time: '19:30', minutes: 90, from: '2026-11-25', until: '2026-12-10', expects, despiteOverlap: true };
  return { body };
}

/** Something that the owner is to do. */
async function actionOf(cell: Cell): Promise<string> {
  const { server } = cell.world;
  const { scope } = cell.owner.town;
  const row = { id: newId(), sessionId: newId(), groupId: groupOf(cell), text: '把沟清完', memberId: cell.owner.member.id, due: '2026-12-01', createdAt: server.now(), doneAt: null, doneBy: null, doneNote: null };
  await server.make.act(cell.owner.town, () => server.get(SessionRecordsRepository).insertAction(scope, row));
  return row.id;
}

/** A sign-in of the owner that waits for the leader. */
async function waitingOf(cell: Cell): Promise<string> {
  const { server } = cell.world;
  const sessionId = await sessionOf(cell, 'open');
  const at = { capturedAt: server.now(), receivedAt: server.now() };
  const row = { id: newId(), sessionId, groupId: groupOf(cell), memberId: cell.owner.member.id, way: 'digits' as const, proposed: 'present' as const, state: 'waiting' as const, ...at, madeBy: cell.owner.member.id, decidedAt: null, decidedBy: null, reason: null };
  await server.make.act(cell.owner.town, () => server.get(SignInsRepository).insert(cell.owner.town.scope, row));
  return row.id;
}

/** The session that a list should show, so that `shows` can look for it. */
const listed = new WeakMap<Cell, string>();

export const studySessionProbes = {
  listStudySessions: inList(
    async (cell) => {
      listed.set(cell, await sessionOf(cell));
      return { query: { pageSize: 100, from: '2026-11-24', to: '2026-11-24', order: 'desc', groupId: groupOf(cell) } };
    },
    ({ items }, _, cell) => items.some(({ id }) => id === listed.get(cell)),
  ),
  getStudySession: onTarget(onPlanned),
  createStudySession: onTarget((cell) => ({ body: planOf(cell) })),
  updateStudySession: onTarget(async (cell) => ({ ...(await onPlanned(cell)), body: { title: '改过的题目' } })),
  moveStudySession: onTarget(async (cell) => ({ ...(await onPlanned(cell)), body: { startsAt: cell.world.server.now() + 30 * hour, endsAt: cell.world.server.now() + 31 * hour, why: '下雨', despiteOverlap: true } })),
  cancelStudySession: onTarget(async (cell) => ({ ...(await onPlanned(cell)), body: { reason: '农忙' } })),
  openStudySession: onTarget(onPlanned),
  closeStudySession: onTarget(async (cell) => ({ ...(await onOpen(cell)), body: closing() })),
  correctStudySession: onTarget(async (cell) => ({ ...(await onClosed(cell)), body: { clientId: newId(), why: '写错一个字', text: '各人说了两条' } })),
  createSessionSeries: onTarget(seriesOf),
  endSessionSeries: onTarget(async (cell) => {
    const { id } = await staffOf(cell).admin.api.call('createSessionSeries', await seriesOf(cell));
    return { params: { id }, body: { after: '2026-11-27', reason: '农忙' } };
  }),
  getSessionCount: plain(),
  setSessionOpening: plain(() => ({ body: { groupId: null, count: 386, evidence: '台账2025年5月至2026年10月' } })),
  listSessionActions: inList(
    async (cell) => {
      listed.set(cell, await actionOf(cell));
      return { query: { pageSize: 100, groupId: groupOf(cell) } };
    },
    ({ items }, _, cell) => items.some(({ id }) => id === listed.get(cell)),
  ),
  completeSessionAction: onTarget(async (cell) => ({ params: { id: await actionOf(cell) }, body: {} })),

  listAttendance: onTarget(onOpen),
  listGuestCandidates: onTarget(async (cell) => ({ ...(await onOpen(cell)), query: { q: cell.owner.member.name.slice(0, 2) } })),
  markAttendance: onTarget(async (cell) => ({ ...(await onOpen(cell)), body: { marks: [{ id: newId(), memberId: cell.owner.member.id, status: 'present', capturedAt: cell.world.server.now() }] } })),
  enterSignInSheet: onTarget(async (cell) => {
    const { params } = await onOpen(cell);
    return { params, body: { clientId: newId(), pageCode: pageCodeOf(params.id) } };
  }),
  createSignInCode: onTarget(onPlanned),
  createSignIn: plain(async (cell) => {
    const { digits } = await staffOf(cell).admin.api.call('createSignInCode', await onPlanned(cell));
    return { body: { id: newId(), by: { kind: 'digits', digits }, capturedAt: cell.world.server.now() } };
  }),
  listWaitingSignIns: inList(
    async (cell) => {
      listed.set(cell, await waitingOf(cell));
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, cell) => items.some(({ id }) => id === listed.get(cell)),
  ),
  decideSignIn: onTarget(async (cell) => ({ params: { id: await waitingOf(cell) }, body: { accept: true } })),
  listMyAttendance: plain(),
} satisfies Partial<Probes>;
