import { businessDate, monthOf } from '@weidangxiao/shared/rules/week.ts';
import ExcelJS from 'exceljs';
import type { Actor } from '../factory.ts';
import type { SentFile } from '../api.ts';
import { pngFile } from './files.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId } from './world.ts';

const today = ({ world }: Cell): string => businessDate(world.server.now());
const thisMonth = (cell: Cell): string => monthOf(today(cell));
const lastYear = '2025';

const told = (cell: Cell) => ({ clientId: newId(), memberId: cell.owner.member.id, on: today(cell), reason: '帮三户老人收晚稻', evidence: '村务公开栏照片' });
const bonusOf = (cell: Cell) => ({ kind: 'bonus' as const, month: thisMonth(cell), points: '1', ...told(cell) });
const openingOf = (cell: Cell) => ({ kind: 'month' as const, clientId: newId(), memberId: cell.owner.member.id, month: `${lastYear}-03`, m: '86.20', evidence: '公示表' });

/** Somebody of the owner's town who may enter for everybody there but oneself. */
const another = (cell: Cell, role: 'committee' | 'admin'): Promise<Actor> => cell.world.server.make.actor({ town: cell.world.townOf(cell.relation).town, roles: [role] });

async function entryOf(cell: Cell): Promise<string> {
  const { api } = await another(cell, 'committee');
  const { id: fileId } = await api.call('createFile', { query: { purpose: 'evidence' }, file: pngFile() });
  return (await api.call('createScoreEntry', { body: { ...bonusOf(cell), fileId } })).id;
}

/** By a leader who is made for the owner's group. */
async function proposalOf(cell: Cell): Promise<string> {
  const { town } = cell.world.townOf(cell.relation);
  const { api } = await cell.world.server.make.actor({ town, groupId: cell.owner.member.groupId, roles: ['leader'] });
  return (await api.call('createScoreProposal', { body: bonusOf(cell) })).id;
}

async function openingEntryOf(cell: Cell): Promise<string> {
  const { api } = await another(cell, 'admin');
  const { items } = await api.call('listOpeningEntries', { query: { year: lastYear, memberId: cell.owner.member.id } });
  const standing = items.find(({ reversal }) => reversal === null);
  return standing?.id ?? (await api.call('createOpeningEntry', { body: openingOf(cell) })).id;
}

async function sheetOf({ world }: Cell): Promise<SentFile> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('期初数');
  sheet.addRow(['姓名', '3月', '依据']);
  sheet.addRow([world.home.stranger.member.name, 80, `公示表${newId()}`]);
  return { name: '期初数.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

/** Only an admin can look first. */
async function importOf(cell: Cell) {
  const file = await sheetOf(cell);
  const { digest } = await (await another({ ...cell, relation: 'own' }, 'admin')).api.call('checkOpeningSheet', { query: { year: lastYear }, file });
  return { query: { year: lastYear, digest }, file };
}

const ids = new WeakMap<Cell, string>();
const remembered = async <Sent>(cell: Cell, make: (cell: Cell) => Promise<string>, sent: Sent): Promise<Sent> => {
  ids.set(cell, await make(cell));
  return sent;
};
const isListed = ({ items }: { items: readonly { id: string }[] }, cell: Cell): boolean => items.some(({ id }) => id === ids.get(cell));

export const scoreEntryProbes = {
  listScoreEntries: inList((cell) => remembered(cell, entryOf, { query: { show: 'points' as const, period: thisMonth(cell), pageSize: 100 } }), (answer, _, cell) => isListed(answer, cell)),
  createScoreEntry: onTarget((cell) => ({ body: bonusOf(cell) })),
  reverseScoreEntry: onTarget(async (cell) => ({ params: { id: await entryOf(cell) }, body: { reason: '记错了人' } })),
  getScoreEntryFile: onTarget(async (cell) => ({ params: { id: await entryOf(cell) } })),

  // What is proposed about oneself is not shown to oneself.
  listScoreProposals: {
    relations: ['same group', 'other group', 'other town'],
    sent: (cell) => remembered(cell, proposalOf, { query: { pageSize: 100 } }),
    shows: (answer, _, cell) => isListed(answer, cell),
  },
  createScoreProposal: onTarget((cell) => ({ body: bonusOf(cell) })),
  decideScoreProposal: onTarget(async (cell) => ({ params: { id: await proposalOf(cell) }, body: { accept: true } })),

  listOpeningEntries: inList((cell) => remembered(cell, openingEntryOf, { query: { year: lastYear, memberId: cell.owner.member.id } }), (answer, _, cell) => isListed(answer, cell)),
  createOpeningEntry: onTarget((cell) => ({ body: openingOf(cell) })),
  reverseOpeningEntry: onTarget(async (cell) => ({ params: { id: await openingEntryOf(cell) }, body: { reason: '抄错了行' } })),
  getOpeningTemplate: plain(() => ({ query: { year: lastYear } })),
  checkOpeningSheet: plain(async (cell) => ({ query: { year: lastYear }, file: await sheetOf(cell) })),
  createOpeningImport: plain((cell) => importOf(cell)),
} satisfies Partial<Probes>;
