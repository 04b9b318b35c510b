import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId, type Staffed } from './world.ts';

const hour = 3_600_000;
const today = '2026-11-24';
const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);

/** A session of the owner's group by the town's admin: it begins in a while, or is over. */
async function sessionOf(cell: Cell, when: 'ahead' | 'over'): Promise<string> {
  const { admin } = staffOf(cell);
  const startsAt = cell.world.server.now() + (when === 'ahead' ? hour : -3 * hour);
  const expects = { kind: 'groups' as const, groupIds: [cell.owner.member.groupId ?? ''] };
  const { id } = await admin.api.call('createStudySession', { body: { clientId: newId(), kind: 'group', format: 'discussion', title: '对照找差距', startsAt, endsAt: startsAt + hour, expects, despiteOverlap: true } });
  if (when === 'over') await admin.api.call('openStudySession', { params: { id } });
  return id;
}

const leaveBody = async (cell: Cell) => ({ clientId: newId(), sessionId: await sessionOf(cell, 'ahead'), memberId: cell.owner.member.id, reason: 'personal' as const, capturedAt: cell.world.server.now() });
const makeUpBody = async (cell: Cell) => ({ clientId: newId(), sessionId: await sessionOf(cell, 'over'), memberId: cell.owner.member.id, way: 'read' as const, text: '看了讲义', on: today, capturedAt: cell.world.server.now() });

async function leaveOf(cell: Cell): Promise<string> {
  return (await cell.owner.api.call('createLeave', { body: await leaveBody(cell) })).id;
}

async function makeUpOf(cell: Cell): Promise<string> {
  return (await cell.owner.api.call('createMakeUp', { body: await makeUpBody(cell) })).id;
}

/** By an admin of the owner's town, who is made for it: nobody enters their own. Each on days of its own. */
let months = 0;
async function exemptionOf(cell: Cell): Promise<string> {
  const { town } = staffOf(cell);
  const { api } = await cell.world.server.make.actor({ town, roles: ['admin'] });
  return (await api.call('createExemption', { body: exemptionBody(cell) })).id;
}
function exemptionBody(cell: Cell) {
  months += 1;
  const from = addDays(today, months * 10);
  return { clientId: newId(), memberId: cell.owner.member.id, from, to: addDays(from, 5), reason: 'duty' as const, evidence: '借调通知' };
}

const ids = new WeakMap<Cell, string>();
const remembered = async (cell: Cell, make: (cell: Cell) => Promise<string>) => {
  ids.set(cell, await make(cell));
  return { query: { pageSize: 100 } };
};
const isListed = ({ items }: { items: readonly { id: string }[] }, cell: Cell): boolean => items.some(({ id }) => id === ids.get(cell));

export const leaveProbes = {
  createLeave: onTarget(async (cell) => ({ body: await leaveBody(cell) })),
  listLeaves: inList((cell) => remembered(cell, leaveOf), (answer, _, cell) => isListed(answer, cell)),
  decideLeave: onTarget(async (cell) => ({ params: { id: await leaveOf(cell) }, body: { approve: true } })),
  withdrawLeave: onTarget(async (cell) => ({ params: { id: await leaveOf(cell) } })),

  createMakeUp: onTarget(async (cell) => ({ body: await makeUpBody(cell) })),
  listMakeUps: inList((cell) => remembered(cell, makeUpOf), (answer, _, cell) => isListed(answer, cell)),
  decideMakeUp: onTarget(async (cell) => ({ params: { id: await makeUpOf(cell) }, body: { accept: true } })),

  createExemption: onTarget((cell) => ({ body: exemptionBody(cell) })),
  listExemptions: inList(
    async (cell) => {
      ids.set(cell, await exemptionOf(cell));
      return { query: { pageSize: 100, memberId: cell.owner.member.id } };
    },
    (answer, _, cell) => isListed(answer, cell),
  ),
  endExemption: onTarget(async (cell) => {
    const id = await exemptionOf(cell);
    return { params: { id }, body: { on: addDays(today, months * 10), why: '提前回来' } };
  }),

  getMyHours: plain(() => ({ params: { year: '2026' } })),
  getMemberHours: onTarget(({ owner }) => ({ params: { id: owner.member.id, year: '2026' } })),
  listStudyHours: inList(
    (cell) => ({ params: { year: '2026' }, query: { pageSize: 100, groupId: cell.owner.member.groupId ?? '' } }),
    ({ items }, _, { owner }) => items.some(({ member }) => member.memberId === owner.member.id),
  ),
  getCoverage: inList(
    (cell) => ({ params: { month: '2026-10' }, query: { pageSize: 200, groupId: cell.owner.member.groupId ?? '' } }),
    ({ items }, _, { owner }) => items.some(({ member }) => member.memberId === owner.member.id),
  ),
  getSessionStrip: inList(
    () => ({ params: { year: '2026' } }),
    ({ groups }, _, { owner }) => groups.some(({ group }) => group.id === owner.member.groupId),
  ),
} satisfies Partial<Probes>;
