import { z } from 'zod';
import type { studyHoursRoutes } from '../routes/study-hours.ts';
import { attendanceStatuses } from '../rules/assessment/rubric.ts';
import { hoursDuties } from '../rules/study-hours.ts';
import { briefSession } from './attendance.ts';
import { id, instant, page, pageQuery, person, year } from './common.ts';
import type { ContractOf } from './contract.ts';

/** Decimals: '28.5'. */
const hours = z.string();
const groupName = z.object({ id, name: z.string() });

const standing = {
  /** Earned so far in the year. */
  hours,
  /** Of the whole year: 32, or 56 for secretaries and committee members; pro rata for a part of it. */
  required: hours,
  /** The share of `required` for the months that are over. */
  due: hours,
  /** What `required` still lacks; '0' where nothing does. */
  missing: hours,
  duty: z.enum(hoursDuties),
  /** Months of the year that count, of twelve. */
  months: z.int(),
};

/** Hours of the year from before the town joined, with what shows them; they are part of `hours`. */
const opening = z.object({ hours, evidence: z.string() }).nullable();

const line = z.object({
  session: briefSession,
  /** 第N期 of the town. */
  number: z.int().nullable(),
  status: z.enum(attendanceStatuses).nullable(),
  hours,
  /** How it is known, in words. */
  evidence: z.string(),
});

const statementQuery = pageQuery.extend({ pageSize: z.coerce.number().int().min(1).max(400).default(400) });
const statement = page(line).extend({ year: z.int(), asOf: instant, member: person, group: groupName.nullable(), townName: z.string(), ...standing, opening });

export const studyHoursContract = {
  /** A statement that can be printed: what was closed out in the year, oldest first. Self-study has no hours. */
  getMyHours: { params: z.object({ year }), query: statementQuery, answer: statement },
  getMemberHours: { params: z.object({ id, year }), query: statementQuery, answer: statement },
  /** By group and surname, never by hours. `behind`: only those who have less than is due by now. */
  listStudyHours: {
    params: z.object({ year }),
    query: pageQuery.extend({ groupId: id.optional(), behind: z.stringbool().optional() }),
    answer: page(z.object({ member: person, group: groupName.nullable(), paper: z.boolean(), ...standing, opening })).extend({ year: z.int(), behindCount: z.int() }),
  },
} satisfies ContractOf<typeof studyHoursRoutes>;
