import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId, paragraph, type Staffed } from './world.ts';

const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);
const groupOf = ({ owner }: Cell): string => owner.member.groupId ?? '';

/** The next version, whatever others have written before. */
async function nextPlan(cell: Cell) {
  const { items } = await staffOf(cell).admin.api.call('listImplementationPlans', { query: { pageSize: 1 } });
  return { clientId: newId(), basedOn: items[0]?.version ?? 0, title: '微党校实施方案', blocks: [paragraph('每月一次。')], effectiveFrom: '2026-09-01', changes: '改了次数' };
}

export const schoolProbes = {
  listSchools: inList(
    () => ({ query: { pageSize: 100 } }),
    ({ items }, _, cell) => items.some(({ id }) => id === groupOf(cell)),
  ),
  getSchool: onTarget((cell) => ({ params: { id: groupOf(cell) } })),
  updateSchool: onTarget((cell) => ({ params: { id: groupOf(cell) }, body: { intro: '山下的一所' } })),

  getOrganisation: plain(),
  setOrganisation: plain(async (cell) => {
    const { revision } = await staffOf(cell).admin.api.call('getOrganisation');
    return { body: { revision, posts: [{ id: newId(), title: '书记', role: 'secretary' }] } };
  }),

  getImplementationPlan: plain(async (cell) => {
    const body = await nextPlan(cell);
    if (body.basedOn === 0) await staffOf(cell).admin.api.call('createImplementationPlan', { body });
    return {};
  }),
  listImplementationPlans: plain(),
  createImplementationPlan: plain(async (cell) => ({ body: await nextPlan(cell) })),
} satisfies Partial<Probes>;
