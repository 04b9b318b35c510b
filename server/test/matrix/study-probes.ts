import { addDays, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { pngFile, voiceFile, wordFile } from './files.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { lessonBody, newId, type Staffed } from './world.ts';

const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);
const readsDrafts = ({ caller }: Cell): boolean => caller === 'approver' || caller === 'admin';
const isGuest = ({ caller }: Cell): boolean => caller === 'anonymous' || caller === 'operator';

/** Whoever reads in public names the town. */
const inPublic = (cell: Cell) => (isGuest(cell) ? { query: { town: staffOf(cell).town.code } } : {});

/** A Monday that no theme has yet. */
let weeks = 0;
const freeMonday = ({ world }: Cell): string => addDays(world.monday, 7 * (weeks += 1));

async function themeIn(cell: Cell, until: 'draft' | 'in_review' = 'draft'): Promise<{ id: string; revision: number; monday: string }> {
  const { api } = staffOf(cell).admin;
  const theme = await api.call('createTheme', { body: { monday: freeMonday(cell), title: '冬闲学本事', lessonIds: [staffOf(cell).draftLesson] } });
  return until === 'draft' ? theme : api.call('submitTheme', { params: { id: theme.id } });
}
const onDraft = async (cell: Cell) => ({ params: { id: (await themeIn(cell)).id } });
const onReviewed = async (cell: Cell) => ({ params: { id: (await themeIn(cell, 'in_review')).id } });

const newLesson = async (cell: Cell) => ({ params: { id: (await staffOf(cell).admin.api.call('createLesson', { body: lessonBody('一课') })).id } });

/** Sent lessons are what everybody reads; a draft stands for what lies beyond `own`. */
function lessonFor(cell: Cell): string {
  const draft = cell.relation === 'same group' || cell.relation === 'other group';
  return draft || (readsDrafts(cell) && cell.relation === 'own') ? staffOf(cell).draftLesson : staffOf(cell).sentLesson;
}

async function voiceOf({ owner }: Cell): Promise<string> {
  return (await owner.api.call('createFile', { query: { purpose: 'takeaway' }, file: voiceFile() })).id;
}

async function lessonFile(cell: Cell): Promise<string> {
  return (await staffOf(cell).admin.api.call('createFile', { query: { purpose: 'lesson' }, file: pngFile() })).id;
}

/** A picture of a lesson that was sent, or of none yet. */
async function publicFile(cell: Cell): Promise<string> {
  const id = await lessonFile(cell);
  if (cell.relation === 'own' || cell.relation === 'other town') await cell.world.publishFile(staffOf(cell), id);
  return id;
}

async function fileFor(cell: Cell): Promise<string> {
  if (isGuest(cell)) return publicFile(cell);
  return readsDrafts(cell) ? lessonFile(cell) : voiceOf(cell);
}

/** For an old Monday, so it waits for the leader's word. */
async function lateCheckIn({ owner, world }: Cell): Promise<string> {
  const old = await owner.api.send('createCheckIn', { body: { clientId: newId(), monday: world.oldMonday, capturedAt: world.server.now(), takeaway: { kind: 'text', text: '补一句' } } });
  if (old.status < 300) return old.body.id;
  const { items } = await owner.api.call('listMyCheckIns', { query: { monday: world.oldMonday } });
  return items[0]?.id ?? '';
}

const words = { title: '一点心得', paragraphs: ['回去就照着做了。'] };

async function reflectionOf({ owner }: Cell, until: 'draft' | 'in_review'): Promise<string> {
  const { id } = await owner.api.call('createReflection', { body: { ...words, clientId: newId(), kind: 'personal' } });
  if (until === 'in_review') await owner.api.call('submitReflection', { params: { id } });
  return id;
}
const onWaiting = async (cell: Cell) => ({ params: { id: await reflectionOf(cell, 'in_review') } });

const paperOf = (cell: Cell) => (cell.relation === 'other group' ? cell.world.home.paperStranger : cell.relation === 'other town' ? cell.world.away.paperFellow : cell.world.home.paperFellow);

async function paperDelivery(cell: Cell): Promise<string> {
  const { items } = await staffOf(cell).admin.api.call('listPaperDeliveries', { query: { monday: cell.world.monday, pageSize: 100 } });
  return items.find(({ member }) => member.memberId === paperOf(cell).member.id)?.id ?? '';
}

export const studyProbes = {
  createLessonImport: plain(async () => ({ file: await wordFile() })),
  listLessons: inList(
    () => ({ query: { pageSize: 100 } }),
    ({ items }, _, cell) => items.some(({ id }) => id === lessonFor(cell)),
  ),
  createLesson: plain(() => ({ body: lessonBody('新课') })),
  getLesson: onTarget((cell) => ({ params: { id: lessonFor(cell) }, ...inPublic(cell) })),
  updateLesson: onTarget(async (cell) => ({ ...(await newLesson(cell)), body: lessonBody('改过的课') })),
  deleteLesson: onTarget(newLesson),

  listThemes: plain(() => ({ query: { year: 2026 } })),
  createTheme: plain((cell) => ({ body: { monday: freeMonday(cell), title: '新主题', lessonIds: [] } })),
  getTheme: onTarget(onDraft),
  updateTheme: onTarget(async (cell) => {
    const { id, revision } = await themeIn(cell);
    return { params: { id }, body: { revision, title: '改过的主题', lessonIds: [] } };
  }),
  deleteTheme: onTarget(onDraft),
  submitTheme: onTarget(onDraft),
  withdrawTheme: onTarget(onReviewed),
  approveTheme: onTarget(onReviewed),
  returnTheme: onTarget(async (cell) => ({ ...(await onReviewed(cell)), body: { reason: '题目再短些' } })),
  reviseTheme: onTarget(async (cell) => {
    const { sentTheme: id, sentLesson, admin } = staffOf(cell);
    const { revision } = await admin.api.call('getTheme', { params: { id } });
    return { params: { id }, body: { revision, title: '把饭碗端牢', lessonIds: [sentLesson], note: '改一个错字' } };
  }),
  setHoliday: plain((cell) => ({ params: { monday: freeMonday(cell) }, body: { label: '春节' } })),
  clearHoliday: plain((cell) => ({ params: { monday: freeMonday(cell) } })),
  getCurrentWeek: plain((cell) => inPublic(cell)),
  getWeek: plain((cell) => ({ params: { monday: cell.world.monday }, ...inPublic(cell) })),
  getWeekCode: plain(({ world }) => ({ params: { monday: world.monday } })),

  getThemePush: plain(({ world }) => ({ params: { monday: world.monday } })),
  orderDoorbells: plain(({ world }) => ({ params: { monday: world.monday }, body: { order: 'resend' } })),
  listUnrung: plain(({ world }) => ({ params: { monday: world.monday } })),
  listMyDeliveries: plain(),
  readDelivery: onTarget(async ({ owner }) => ({ params: { id: (await owner.api.call('listMyDeliveries')).items[0]?.id ?? '' } })),
  listPaperDeliveries: {
    ...inList(
      ({ world }) => ({ query: { monday: world.monday, pageSize: 100 } }),
      ({ items }, _, cell) => items.some(({ member }) => member.memberId === paperOf(cell).member.id),
    ),
    relations: ['same group', 'other group', 'other town'],
  },
  tickPaperDelivery: { ...onTarget(async (cell) => ({ params: { id: await paperDelivery(cell) }, body: {} })), relations: ['same group', 'other group', 'other town'] },
  getMySubscription: plain(),
  getMyCheckInReminder: plain(),
  setMyCheckInReminder: plain(() => ({ body: { slot: null } })),
  addSubscriptionAnswer: plain(() => ({ body: { clientId: newId(), answers: {} } })),

  createFile: plain(() => ({ query: { purpose: 'takeaway' }, file: voiceFile() })),
  getFile: onTarget(async (cell) => ({ params: { id: await fileFor(cell) }, ...inPublic(cell) })),
  createCheckIn: plain(({ world }) => ({ body: { clientId: newId(), monday: world.monday, capturedAt: world.server.now(), takeaway: { kind: 'text', text: '先算账再种' } } })),
  listMyCheckIns: plain(),
  listGroupCheckIns: onTarget(({ owner, world }) => ({ query: { groupId: owner.member.groupId ?? '', monday: world.monday } })),
  createPaperNote: onTarget(({ owner, world }) => ({ params: { id: owner.member.id }, body: { clientId: newId(), monday: world.monday, text: '纸条', seenOn: '2026-11-24' } })),
  decideLateCheckIn: onTarget(async (cell) => ({ params: { id: await lateCheckIn(cell) }, body: { accept: true } })),

  listReflections: inList(
    async (cell) => {
      await reflectionOf(cell, 'in_review');
      return { query: { state: 'in_review', pageSize: 100 } };
    },
    ({ items }, _, { owner }) => items.some(({ author }) => author.memberId === owner.member.id),
  ),
  createReflection: plain(() => ({ body: { ...words, clientId: newId(), kind: 'personal' } })),
  getReflection: onTarget(onWaiting),
  updateReflection: onTarget(async (cell) => ({ params: { id: await reflectionOf(cell, 'draft') }, body: words })),
  submitReflection: onTarget(async (cell) => ({ params: { id: await reflectionOf(cell, 'draft') } })),
  publishReflection: onTarget(onWaiting),
  returnReflection: onTarget(async (cell) => ({ ...(await onWaiting(cell)), body: { reason: '再写具体些' } })),

  getMyReceipt: plain(({ world }) => ({ params: { month: monthOf(world.monday) } })),
  getMemberReceipt: onTarget(({ owner, world }) => ({ params: { id: owner.member.id, month: monthOf(world.monday) } })),
} satisfies Partial<Probes>;
