import { z } from 'zod';
import type { courseRoutes } from '../routes/courses.ts';
import { requestStates } from '../rules/course.ts';
import { longestOwnTag, memberTags, mostOwnTags } from '../rules/member-tag.ts';
import { byId, date, id, instant, optionalText, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';
import { category } from './themes.ts';

/** A word that the town made itself: no key of ours, no commas that would make two of it. */
const ownTag = text(longestOwnTag).regex(/^[^,，、;；\s]+$/, '标签里不要空格和逗号').refine((word) => !(memberTags as readonly string[]).includes(word), '这个词不能用作标签');
/** One of the five, or a word of the town's own. */
export const anyTag = z.union([z.enum(memberTags), ownTag]);

const lessonOf = z.object({
  /** What this step is about, as it was written. */
  topic: z.string(),
  /** The lesson, once it was sent and can be read. */
  lesson: z.object({ id, title: z.string(), category, minutes: z.int() }).nullable(),
  lessonId: id.nullable(),
});
const courseSetRow = z.object({ id, title: z.string(), tag: z.string(), tagName: z.string(), why: z.string(), steps: z.int(), closed: z.boolean() });
const courseSet = courseSetRow.extend({ steps: z.array(lessonOf) });
const steps = z.array(z.object({ topic: text(60), lessonId: id.nullable().default(null) })).min(1, '至少排一课').max(30, '最多30课');

const request = z.object({
  id,
  title: z.string(),
  detail: z.string(),
  category: category.nullable(),
  state: z.enum(requestStates),
  group: z.object({ id, name: z.string() }).nullable(),
  createdAt: instant,
  /** How many want it, the first one included. */
  joined: z.int(),
  mine: z.boolean(),
  /** Who they are, the earliest sixty; null for whoever cannot plan it. */
  people: z.array(person).nullable(),
  session: z.object({ id, title: z.string(), date, startsAt: instant }).nullable(),
  closed: z.object({ at: instant, note: z.string() }).nullable(),
});

export const courseContract = {
  /** The five and the town's own, with how many members each has today. */
  listTags: { answer: z.object({ tags: z.array(z.object({ tag: z.string(), name: z.string(), own: z.boolean(), members: z.int() })), mostOwn: z.int() }) },
  setMemberTags: {
    params: byId,
    body: z.object({ tags: z.array(anyTag).max(5 + mostOwnTags) }),
    answer: z.object({ id, tags: z.array(z.string()) }),
  },

  listCourseSets: { query: pageQuery.extend({ tag: anyTag.optional(), closed: z.stringbool().default(false) }), answer: page(courseSetRow) },
  getCourseSet: { params: byId, answer: courseSet },
  createCourseSet: { body: z.object({ title: text(40), tag: anyTag, why: text(120), steps }), answer: courseSet },
  updateCourseSet: { params: byId, body: z.object({ title: text(40).optional(), tag: anyTag.optional(), why: text(120).optional(), steps: steps.optional() }), answer: courseSet },
  closeCourseSet: { params: byId, answer: courseSet },
  listCourseSuggestions: {
    query: pageQuery,
    answer: page(z.object({ kind: z.enum(['course_set', 'course_request', 'lesson']), id, title: z.string(), reason: z.string() })),
  },

  listCourseRequests: { query: pageQuery.extend({ state: z.enum(requestStates).optional(), groupId: id.optional() }), answer: page(request) },
  createCourseRequest: { body: z.object({ clientId: id, title: text(40), detail: optionalText(200).default(''), category: category.nullable().default(null) }), answer: request },
  joinCourseRequest: { params: byId, answer: request },
  leaveCourseRequest: { params: byId, answer: request },
  planCourseRequest: { params: byId, body: z.object({ sessionId: id }), answer: request },
  closeCourseRequest: { params: byId, body: z.object({ note: text(200) }), answer: request },
} satisfies ContractOf<typeof courseRoutes>;
