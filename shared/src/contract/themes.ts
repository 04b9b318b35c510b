import { z } from 'zod';
import type { themeRoutes } from '../routes/themes.ts';
import { reminderHours } from '../rules/doorbell.ts';
import { doorbellKinds, roundOrders, roundStates, unrungWhys } from '../rules/doorbell-round.ts';
import { isArticleUrl } from '../rules/article.ts';
import { blocks } from './blocks.ts';
import { byId, date, id, instant, monday, month, optionalText, page, pageQuery, person, text, townCode } from './common.ts';
import type { ContractOf } from './contract.ts';

/** What a lesson is about (mission rows 15 and 16); theory and history count as the plan's share of theory. */
export const categories = ['theory', 'history', 'farming', 'ecommerce', 'skills'] as const;
export const category = z.enum(categories);
export const themeState = z.enum(['draft', 'in_review', 'scheduled', 'sent', 'missed']);

const town = z.object({ town: townCode.optional() });

const lessonRow = z.object({
  id,
  title: z.string(),
  category,
  /** Reading time at 300 characters a minute. */
  minutes: z.int(),
  audio: z.object({ fileId: id, seconds: z.int() }).nullable(),
  source: z.string().nullable(),
  /** The latest Monday whose sent theme holds it; null for a lesson not sent yet. */
  sentOn: monday.nullable(),
});
const lesson = lessonRow.extend({
  blocks,
  updatedAt: instant,
  /** What was corrected after sending, newest first. */
  corrections: z.array(z.object({ at: instant, note: z.string() })),
});
const lessonBody = z.object({
  title: text(60),
  category,
  blocks,
  audio: z.object({ fileId: id, seconds: z.int().min(1).max(7200) }).nullable().default(null),
  source: optionalText(120).nullable().default(null),
});

const step = z.object({ at: instant, by: person }).nullable();
const themeRow = z.object({ id, monday, week: z.int(), title: z.string(), state: themeState, lessons: z.int() });
const theme = themeRow.omit({ lessons: true }).extend({
  lead: z.string(),
  lessons: z.array(lessonRow),
  /** Goes up with every change; send it back with an edit, so that two people cannot overwrite each other. */
  revision: z.int(),
  /** Everybody who wrote or changed it, who did so last comes last; none of them may approve it. */
  authors: z.array(person),
  submitted: step,
  approved: step,
  returned: z.object({ at: instant, by: person, reason: z.string() }).nullable(),
  sentAt: instant.nullable(),
  changedAt: instant,
  /** What was corrected after sending, newest first; members see it. */
  corrections: z.array(z.object({ at: instant, by: person, note: z.string() })),
  /** The official-account article about this theme, if there is one. */
  articleUrl: z.string().nullable(),
});
const themeBody = z.object({
  title: text(32),
  lead: optionalText(60).default(''),
  lessonIds: z.array(id).max(6),
  articleUrl: z.string().trim().refine(isArticleUrl, '这不是公众号文章的链接，要以https://mp.weixin.qq.com开头').nullable().default(null),
});

/** A week as everybody may read it. */
export const week = z.object({
  monday,
  year: z.int(),
  week: z.int(),
  weekLabel: z.string(),
  town: z.object({ code: z.string(), name: z.string(), schoolName: z.string(), contactPhone: z.string().nullable() }),
  /**
   * `open`: this week's theme. `waiting`: not sent yet. `holiday`: none this week. `missed`: the week passed without one.
   * While `waiting` and on a `holiday`, `theme` is the last one sent (its `monday` says which), null before the first.
   */
  state: z.enum(['open', 'waiting', 'holiday', 'missed']),
  holiday: z.string().nullable(),
  theme: z
    .object({
      id,
      monday,
      weekLabel: z.string(),
      title: z.string(),
      lead: z.string(),
      sentAt: instant,
      lessons: z.array(lessonRow),
      corrections: z.array(z.object({ at: instant, note: z.string() })),
      articleUrl: z.string().nullable(),
    })
    .nullable(),
});

const delivery = z.object({
  id,
  monday,
  title: z.string(),
  channel: z.enum(['inbox', 'paper']),
  at: instant,
  readAt: instant.nullable(),
});

/** Totals only; who opened what is shown to nobody. */
const funnel = z.object({
  monday,
  title: z.string(),
  state: z.enum(['waiting', 'sending', 'done', 'missed', 'none']),
  sentAt: instant.nullable(),
  members: z.int(),
  inbox: z.int(),
  paper: z.object({ total: z.int(), handedOver: z.int() }),
  doorbell: z.object({ waiting: z.int(), sent: z.int(), refused: z.int(), noCredit: z.int(), unbound: z.int(), failed: z.int() }),
  /** The round of doorbells, and what an admin may order now; null before it was sent. */
  ringing: z.object({ state: z.enum(roundStates), orders: z.array(z.enum(roundOrders)) }).nullable(),
  /** Why some could not be rung, in plain Chinese. */
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  read: z.int(),
  checkedIn: z.object({ phone: z.int(), paper: z.int() }),
});

/** Day of the week, 1 Monday … 7 Sunday, and a whole hour at which phones may ring. */
const reminderSlot = z.object({ weekday: z.int().min(1).max(7), hour: z.int().min(reminderHours.first).max(reminderHours.last) });
const reminder = z.object({ offered: z.boolean(), slot: reminderSlot.nullable() });

export const themeContract = {
  createLessonImport: {
    answer: z.object({ title: z.string().nullable(), blocks, warnings: z.array(z.object({ code: z.string(), message: z.string(), count: z.int().nullable() })) }),
  },
  listLessons: { query: pageQuery.extend({ category: category.optional(), q: optionalText(30).optional(), month: month.optional() }), answer: page(lessonRow) },
  createLesson: { body: lessonBody, answer: lesson },
  getLesson: { params: byId, query: town, answer: lesson },
  /** A lesson that was sent needs a note for its readers. */
  updateLesson: { params: byId, body: lessonBody.extend({ note: text(200).optional() }), answer: lesson },
  deleteLesson: { params: byId, answer: null },

  listThemes: {
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    answer: z.object({
      year: z.int(),
      /** Every Monday of the year, 52 or 53. */
      mondays: z.array(z.object({ monday, week: z.int(), holiday: z.string().nullable(), theme: themeRow.nullable() })),
    }),
  },
  createTheme: { body: themeBody.extend({ monday }), answer: theme },
  getTheme: { params: byId, answer: theme },
  updateTheme: { params: byId, body: themeBody.extend({ revision: z.int().min(1) }), answer: theme },
  deleteTheme: { params: byId, answer: null },
  submitTheme: { params: byId, answer: theme },
  withdrawTheme: { params: byId, answer: theme },
  /** With the revision that was read, nothing is approved unseen: THEME_CHANGED when it has been changed since. */
  approveTheme: { params: byId, body: z.object({ revision: z.int().min(1).optional() }).nullish(), answer: theme },
  returnTheme: { params: byId, body: z.object({ reason: text(200) }), answer: theme },
  reviseTheme: { params: byId, body: themeBody.extend({ revision: z.int().min(1), note: text(200) }), answer: theme },
  setHoliday: { params: z.object({ monday }), body: z.object({ label: text(20) }), answer: null },
  clearHoliday: { params: z.object({ monday }), answer: null },

  getCurrentWeek: { query: town, answer: week },
  getWeek: { params: z.object({ monday }), query: town, answer: week },
  /** For paper: WeChat's own code of this week as a picture; null where there is no WeChat, then a drawn one leads to the address. */
  getWeekCode: { params: z.object({ monday }), answer: z.object({ image: z.string().nullable() }) },

  getThemePush: { params: z.object({ monday }), answer: funnel },
  orderDoorbells: { params: z.object({ monday }), body: z.object({ order: z.enum(roundOrders) }), answer: funnel },
  /** Whom WeChat's message has not reached, and why: for a share card, a printed page or a visit. By group, then by surname. */
  listUnrung: {
    params: z.object({ monday }),
    query: pageQuery.extend({ groupId: z.union([id, z.literal('none')]).optional(), why: z.enum(unrungWhys).optional() }),
    answer: page(z.object({ member: person, groupName: z.string().nullable(), why: z.enum(unrungWhys), reason: z.string() })).extend({
      /** All of them by group, whatever is asked for; null: those without. */
      groups: z.array(z.object({ id: id.nullable(), name: z.string().nullable(), people: z.int() })),
    }),
  },
  listMyDeliveries: { query: pageQuery, answer: page(delivery).extend({ unread: z.int() }) },
  readDelivery: { params: byId, answer: null },
  listPaperDeliveries: {
    query: pageQuery.extend({ monday: date }),
    answer: page(z.object({ id, member: person, groupName: z.string().nullable(), handedOverAt: instant.nullable() })),
  },
  tickPaperDelivery: { params: byId, body: z.object({ handedOver: z.boolean().default(true) }).nullish(), answer: null },
  getMySubscription: {
    answer: z.object({ templateIds: z.array(z.string()), credits: z.int(), kinds: z.array(z.object({ kind: z.enum(doorbellKinds), templateId: z.string(), credits: z.int() })) }),
  },
  getMyCheckInReminder: { answer: reminder },
  setMyCheckInReminder: { body: z.object({ slot: reminderSlot.nullable() }), answer: reminder },
  addSubscriptionAnswer: {
    body: z.object({ clientId: id, answers: z.record(z.string().max(64), z.enum(['accept', 'reject', 'ban', 'filter', 'acceptWithAudio', 'acceptWithAlert'])) }),
    answer: z.object({ credits: z.int() }),
  },
} satisfies ContractOf<typeof themeRoutes>;
