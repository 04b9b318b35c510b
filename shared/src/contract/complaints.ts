import { z } from 'zod';
import type { complaintRoutes } from '../routes/complaints.ts';
import { complaintAbouts, complaintStates } from '../rules/complaint.ts';
import { byId, date, id, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const about = z.enum(complaintAbouts);
const state = z.enum(complaintStates);

/** As whoever wrote it reads it. No instants: the day is all that is kept, or the time would tell who wrote. */
const complaint = z.object({
  id,
  about,
  text: z.string(),
  anonymous: z.boolean(),
  hasPhoto: z.boolean(),
  receivedOn: date,
  state,
  /** The day on which it goes to the district (the operator) if nobody has answered; for one about the town itself the day it came. */
  toDistrictOn: date,
  /** Whether it lies there, waiting. */
  atDistrict: z.boolean(),
  /** `by` is null for the district's. */
  answer: z.object({ text: z.string(), on: date, from: z.enum(['town', 'district']), by: person.nullable() }).nullable(),
});

const escalated = complaint.pick({ id: true, about: true, text: true, hasPhoto: true, receivedOn: true, state: true }).extend({
  town: z.object({ id, code: z.string(), name: z.string() }),
  why: z.enum(['about_town', 'waited']),
  since: date,
  answer: z.object({ text: z.string(), on: date }).nullable(),
});

export const complaintContract = {
  createComplaint: {
    body: z.object({
      clientId: id,
      about,
      text: text(1000),
      anonymous: z.boolean(),
      /** Of createComplaintPhoto, within a day. */
      photoId: id.nullable().default(null),
    }),
    /** `receipt`: twelve digits in groups of four, for anonymous ones alone; shown once, the phone keeps it. */
    answer: complaint.extend({ receipt: z.string().nullable() }),
  },
  createComplaintPhoto: { answer: z.object({ id, width: z.int(), height: z.int() }) },
  /** The writer of a named one, the town's admins, and the operator for what lies with the district. */
  getComplaintPhoto: { params: byId, answer: 'bytes' },
  /** Named ones. */
  listMyComplaints: { query: pageQuery, answer: page(complaint) },
  findComplaint: { body: z.object({ receipt: z.string().min(1, '写上回执号').max(40) }), answer: complaint },
  /** Open ones oldest first, answered ones newest first. `writer` is null for anonymous ones. One about the town itself is in no list of the town. */
  listComplaints: { query: pageQuery.extend({ state: state.default('open') }), answer: page(complaint.extend({ writer: person.nullable() })) },
  answerComplaint: { params: byId, body: z.object({ text: text(1000) }), answer: complaint.extend({ writer: person.nullable() }) },
  /** Open: what waits for the district now. Answered: what the district has answered. */
  listEscalatedComplaints: { query: pageQuery.extend({ state: state.default('open') }), answer: page(escalated) },
  answerEscalatedComplaint: { params: byId, body: z.object({ text: text(1000) }), answer: escalated },
} satisfies ContractOf<typeof complaintRoutes>;
