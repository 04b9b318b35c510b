import { z } from 'zod';
import type { schoolRoutes } from '../routes/schools.ts';
import { byId, date, id, instant, optionalText, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';
import { studySession } from './study-sessions.ts';

const row = z.object({
  /** Of the group: each has one school. */
  id,
  groupName: z.string(),
  /** Of the village or community; the group's name until somebody writes it. */
  name: z.string(),
  foundedOn: date.nullable(),
  leaders: z.array(person),
  /** Members of today. */
  members: z.int(),
  /** The group's own place; where there is none, sessions say where they meet. */
  venue: z.object({ id, name: z.string(), address: z.string(), seats: z.int() }).nullable(),
});

const school = row.extend({
  intro: z.string(),
  /** Under way or the next one planned. */
  next: studySession.nullable(),
  /** Closed out within the last 400 days, newest first, five at most; the rest by listStudySessions. */
  past: z.array(studySession),
  /** Published ones of the group, newest first, five at most; the rest by listReflections. */
  reflections: z.array(z.object({ id, title: z.string(), author: person, publishedAt: instant.nullable() })),
});

export const schoolContract = {
  listSchools: { query: pageQuery, answer: page(row) },
  getSchool: { params: byId, answer: school },
  /** What is left out stays. */
  updateSchool: { params: byId, body: z.object({ name: text(40).optional(), foundedOn: date.nullable().optional(), intro: optionalText(1000).optional() }), answer: school },
} satisfies ContractOf<typeof schoolRoutes>;
