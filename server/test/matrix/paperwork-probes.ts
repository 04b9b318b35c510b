import { closeMonth } from '../closed-month.ts';
import { november } from '../votes.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId, type Staffed } from './world.ts';

const hour = 3_600_000;
const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);
const groupOf = ({ owner }: Cell): string => owner.member.groupId ?? '';

/** A session of the owner's group by the town's admin, which begins in a while. */
async function sessionOf(cell: Cell): Promise<string> {
  const startsAt = cell.world.server.now() + hour;
  const expects = { kind: 'groups' as const, groupIds: [groupOf(cell)] };
  const body = { clientId: newId(), kind: 'group' as const, format: 'discussion' as const, title: '对照找差距', startsAt, endsAt: startsAt + hour, expects, despiteOverlap: true };
  return (await staffOf(cell).admin.api.call('createStudySession', { body })).id;
}

const ofSession = async (cell: Cell) => ({ form: 'sign-in-blank' as const, sessionId: await sessionOf(cell) });
const ofGroup = (cell: Cell) => ({ form: 'leave-sheet' as const, groupId: groupOf(cell), period: '2026-11' });
const ofMember = ({ owner }: Cell) => ({ form: 'member-file' as const, memberId: owner.member.id, year: '2026' });
const ofTown = { form: 'push-ledger' as const, period: '2026-11' };
const inWord = { format: 'docx' as const };

const listed = new WeakMap<Cell, string>();
const made = new WeakMap<Staffed, Promise<string>>();
/** One bundle a town: making one takes a while. */
function bundleOf(cell: Cell): Promise<string> {
  const staff = staffOf(cell);
  const bundle = made.get(staff) ?? newBundle(staff);
  made.set(staff, bundle);
  return bundle;
}

async function newBundle({ admin }: Staffed): Promise<string> {
  return (await admin.api.call('createPaperBundle', { body: { clientId: newId(), period: '2026-11', format: 'docx' } })).id;
}

async function ready(cell: Cell, id: string): Promise<string> {
  const { api } = staffOf(cell).admin;
  for (let state = 'waiting'; state === 'waiting' || state === 'making'; ) {
    await cell.world.server.runJob('paper-bundles');
    state = (await api.call('listPaperBundles', { query: { pageSize: 100 } })).items.find((bundle) => bundle.id === id)?.state ?? 'gone';
  }
  return id;
}

/** The paper of a month's rating as a committee has it two weeks later, before and after publishing; in a town of its own. */
async function playScoreForms({ world: { server } }: Cell): Promise<void> {
  const now = server.now();
  const { month } = november;
  const town = await server.make.town();
  server.at(november.over);
  await closeMonth(server, town, month);
  const { api } = await server.make.actor({ town, roles: ['committee'] });
  await api.call('viewScoreForm', { body: { form: 'month-scores', month } });
  await api.send('downloadScoreForm', { body: { form: 'ballot-summary', month, ...inWord } });
  await api.call('publishMonth', { params: { month } });
  await api.call('viewPublishedForm', { body: { form: 'month-published', month } });
  await api.send('downloadPublishedForm', { body: { form: 'month-published', month, ...inWord } });
  server.at(now);
}

export const paperworkProbes = {
  listForms: plain(),
  setForm: plain(() => ({ params: { form: 'sign-in' }, body: { title: null, columns: [] } })),
  resetForm: plain(() => ({ params: { form: 'sign-in' } })),
  viewSessionForm: onTarget(async (cell) => ({ body: await ofSession(cell) })),
  downloadSessionForm: onTarget(async (cell) => ({ body: { ...(await ofSession(cell)), ...inWord } })),
  viewGroupForm: onTarget((cell) => ({ body: ofGroup(cell) })),
  downloadGroupForm: onTarget((cell) => ({ body: { ...ofGroup(cell), ...inWord } })),
  viewMemberForm: onTarget((cell) => ({ body: ofMember(cell) })),
  downloadMemberForm: onTarget((cell) => ({ body: { ...ofMember(cell), ...inWord } })),
  viewTownForm: plain(() => ({ body: ofTown })),
  downloadTownForm: plain(() => ({ body: { ...ofTown, ...inWord } })),
  viewScoreForm: plain(async (cell) => {
    if (cell.caller === 'committee') await playScoreForms(cell);
    return { body: { form: 'month-scores', month: '2026-10' } };
  }),
  downloadScoreForm: plain(() => ({ body: { form: 'ballot-summary', month: '2026-10', ...inWord } })),
  viewPublishedForm: plain(() => ({ body: { form: 'month-published', month: '2026-10' } })),
  downloadPublishedForm: plain(() => ({ body: { form: 'month-published', month: '2026-10', ...inWord } })),
  createPaperBundle: plain(() => ({ body: { clientId: newId(), period: '2026-11', format: 'docx' } })),
  listPaperBundles: inList(
    async (cell) => {
      listed.set(cell, await bundleOf(cell));
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, cell) => items.some(({ id }) => id === listed.get(cell)),
  ),
  downloadPaperBundle: onTarget(async (cell) => ({ params: { id: await ready(cell, await bundleOf(cell)) } })),
} satisfies Partial<Probes>;
