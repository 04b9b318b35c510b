import { z } from 'zod';
import type { workingDayRoutes } from '../routes/working-days.ts';
import { dayKinds } from '../rules/working-days.ts';
import { date, instant, person, text, year } from './common.ts';
import type { ContractOf } from './contract.ts';

const day = date.refine((value) => value.startsWith('20'), '年份要在2000到2099之间');
const exception = z.object({ day, kind: z.enum(dayKinds), label: z.string(), set: z.object({ at: instant, by: person.nullable() }) });

export const workingDayContract = {
  /** Where the year departs from Monday to Friday. */
  listDayExceptions: { query: z.object({ year }), answer: z.object({ year, days: z.array(exception), /** How many of the published arrangement are not in yet; null where it is not known. */ missing: z.int().nullable() }) },
  /** `off` in the week, `worked` at a weekend. */
  setDayException: { params: z.object({ day }), body: z.object({ kind: z.enum(dayKinds), label: text(20) }), answer: null },
  clearDayException: { params: z.object({ day }), answer: null },
  /** What the State Council arranged for the year, as far as the town has nothing of its own on those days. */
  addPublishedDays: { body: z.object({ year }), answer: z.object({ added: z.int() }) },
} satisfies ContractOf<typeof workingDayRoutes>;
