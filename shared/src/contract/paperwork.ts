import { z } from 'zod';
import type { paperworkRoutes } from '../routes/paperwork.ts';
import { bundleStates } from '../rules/paperwork.ts';
import { formKeys, groupFormKeys, memberFormKeys, objectionFormKeys, publishedFormKeys, scoreFormKeys, sessionFormKeys, townFormKeys, yearPublishedFormKeys, yearScoreFormKeys } from '../rules/paperwork-forms.ts';
import { byId, id, instant, month, page, pageQuery, person, text, year } from './common.ts';
import type { ContractOf } from './contract.ts';

const form = z.enum(formKeys);
/** '2026-11' or '2026' */
const period = z.union([month, year]);
const format = z.enum(['xlsx', 'docx']);
const byForm = z.object({ form });

const column = z.object({ key: z.string(), label: z.string(), usualLabel: z.string(), required: z.boolean(), hidden: z.boolean() });
const arrangedForm = z.object({
  key: form,
  title: z.string(),
  usualTitle: z.string(),
  subject: z.enum(['session', 'group', 'member', 'town', 'scores', 'published', 'objection']),
  period: z.enum(['none', 'month', 'year', 'month or year']),
  /** The town made it its own. */
  changed: z.boolean(),
  tables: z.array(z.object({ key: z.string(), heading: z.string().nullable(), columns: z.array(column) })),
});

/** For the print view; as the files have it. A table longer than `mostShown` rows is cut, and says so. */
const view = z.object({
  key: form,
  title: z.string(),
  unit: z.string(),
  date: z.string(),
  landscape: z.boolean(),
  /** A sentence between head and facts. */
  lead: z.string().nullable(),
  facts: z.array(z.object({ label: z.string(), value: z.string(), wide: z.boolean() })),
  tables: z.array(
    z.object({
      heading: z.string().nullable(),
      columns: z.array(z.object({ key: z.string(), label: z.string(), width: z.number(), align: z.enum(['left', 'center']) })),
      /** Millimetres, at least. */
      rowHeight: z.number().nullable(),
      rows: z.array(z.array(z.string())),
      cut: z.boolean(),
    }),
  ),
  notes: z.array(z.string()),
  signatures: z.array(z.string()),
  /** Of a published sheet: its code, and where anybody can look it up. */
  check: z.object({ code: z.string(), address: z.string() }).nullable(),
});

const ofSession = z.object({ form: z.enum(sessionFormKeys), sessionId: id });
const ofGroup = z.object({ form: z.enum(groupFormKeys), groupId: id, period });
const ofMember = z.object({ form: z.enum(memberFormKeys), memberId: id, year });
const ofTown = z.object({ form: z.enum(townFormKeys), period: period.nullable().default(null) });

const ofScores = z.object({ form: z.enum(scoreFormKeys), month, groupId: id.optional() });
const ofYearScores = z.object({ form: z.enum(yearScoreFormKeys), year, groupId: id.optional() });
const ofPublished = z.object({ form: z.enum(publishedFormKeys), month, groupId: id.optional() });
const ofPublishedYear = z.object({ form: z.enum(yearPublishedFormKeys), year, groupId: id.optional() });
/** Without an objection: empty, to be written by hand. */
const ofObjection = z.object({ form: z.enum(objectionFormKeys), objectionId: id.nullable() });

const bundle = z.object({
  id,
  period,
  format,
  state: z.enum(bundleStates),
  /** Sheets written of those to write; `total` 0 until it is known. */
  done: z.int(),
  total: z.int(),
  bytes: z.number().nullable(),
  askedBy: person,
  askedAt: instant,
  finishedAt: instant.nullable(),
  /** From then on the zip is gone. */
  keptUntil: instant.nullable(),
});

export const paperworkContract = {
  listForms: { answer: z.object({ forms: z.array(arrangedForm) }) },
  setForm: {
    params: byForm,
    body: z.object({ title: text(40).nullable(), columns: z.array(z.object({ key: z.string().max(60), label: text(20), hidden: z.boolean() })).max(60) }),
    answer: arrangedForm,
  },
  resetForm: { params: byForm, answer: arrangedForm },

  viewSessionForm: { body: ofSession, answer: view },
  downloadSessionForm: { body: ofSession.extend({ format }), answer: 'bytes' },
  viewGroupForm: { body: ofGroup, answer: view },
  downloadGroupForm: { body: ofGroup.extend({ format }), answer: 'bytes' },
  viewMemberForm: { body: ofMember, answer: view },
  downloadMemberForm: { body: ofMember.extend({ format }), answer: 'bytes' },
  viewTownForm: { body: ofTown, answer: view },
  downloadTownForm: { body: ofTown.extend({ format }), answer: 'bytes' },
  viewScoreForm: { body: z.union([ofScores, ofYearScores]), answer: view },
  downloadScoreForm: { body: z.union([ofScores.extend({ format }), ofYearScores.extend({ format })]), answer: 'bytes' },
  viewPublishedForm: { body: z.union([ofPublished, ofPublishedYear]), answer: view },
  downloadPublishedForm: { body: z.union([ofPublished.extend({ format }), ofPublishedYear.extend({ format })]), answer: 'bytes' },
  viewObjectionForm: { body: ofObjection, answer: view },
  downloadObjectionForm: { body: ofObjection.extend({ format }), answer: 'bytes' },

  createPaperBundle: { body: z.object({ clientId: id, period, format }), answer: bundle },
  listPaperBundles: { query: pageQuery, answer: page(bundle) },
  downloadPaperBundle: { params: byId, answer: 'bytes' },
} satisfies ContractOf<typeof paperworkRoutes>;
