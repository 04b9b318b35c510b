import { pngFile } from './files.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId } from './world.ts';

const isGuest = ({ caller }: Cell): boolean => caller === 'anonymous' || caller === 'operator';
const writer = (cell: Cell) => (isGuest(cell) ? cell.world.home.fellow : cell.owner);

/** By the owner: to the town, or for the operator to the district, with a photo. */
async function complaintOf(cell: Cell, more: { about?: 'session' | 'town'; anonymous?: boolean } = {}) {
  const { api } = cell.relation === 'own' ? writer(cell) : cell.owner;
  const { id: photoId } = await api.call('createComplaintPhoto', { file: pngFile() });
  const body = { clientId: newId(), about: cell.caller === 'operator' ? ('town' as const) : ('session' as const), text: '通知来得太晚', anonymous: false, photoId, ...more };
  return api.call('createComplaint', { body });
}
const onComplaint = async (cell: Cell) => ({ params: { id: (await complaintOf(cell)).id } });

/** A list's answer is searched for this id. */
const seeking = async (cell: Cell) => ({ query: { pageSize: 100 }, headers: { 'x-seen': (await complaintOf(cell)).id } });
const sought = ({ items }: { items: readonly { id: string }[] }, sent: object): boolean => items.some(({ id }) => id === (sent as { headers?: Record<string, string> }).headers?.['x-seen']);

export const complaintProbes = {
  createComplaint: plain(() => ({ body: { clientId: newId(), about: 'app', text: '字再大一点', anonymous: true } })),
  createComplaintPhoto: plain(() => ({ file: pngFile() })),
  getComplaintPhoto: onTarget(onComplaint),
  listMyComplaints: inList(seeking, sought),
  findComplaint: plain(async (cell) => ({ body: { receipt: (await complaintOf(cell, { anonymous: true })).receipt ?? '' } })),
  listComplaints: inList(seeking, sought),
  answerComplaint: onTarget(async (cell) => ({ ...(await onComplaint(cell)), body: { text: '以后提前三天发' } })),
  listEscalatedComplaints: inList(seeking, sought),
  answerEscalatedComplaint: onTarget(async (cell) => ({ ...(await onComplaint(cell)), body: { text: '已请镇里改' } })),
} satisfies Partial<Probes>;
