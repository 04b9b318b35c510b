import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { formDefinition, type FormKey, groupFormKeys, type GroupFormKey, memberFormKeys, type MemberFormKey, objectionFormKeys, type ObjectionFormKey, publishedFormKeys, type PublishedFormKey, scoreFormKeys, type ScoreFormKey, sessionFormKeys, type SessionFormKey, townFormKeys, type TownFormKey, yearPublishedFormKeys, yearScoreFormKeys } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { call, fetchBytes } from '../../platform/request.ts';

export type PaperForm = Answer<'viewTownForm'>;
export type Format = 'xlsx' | 'docx';

/** What somebody wants on paper. What a form does not need may stand in it all the same: the next form may need it. */
export interface PaperChoice {
  form: FormKey;
  /** '2026-11', for forms of a month or a year. */
  month: string;
  wholeYear: boolean;
  groupId: string;
  sessionId: string;
  member: { memberId: string; name: string } | null;
  /** Empty for a sheet to be written on by hand. */
  objectionId: string;
}

type Wanted =
  | { of: 'session'; body: { form: SessionFormKey; sessionId: string } }
  | { of: 'group'; body: { form: GroupFormKey; groupId: string; period: string } }
  | { of: 'member'; body: { form: MemberFormKey; memberId: string; year: string } }
  | { of: 'town'; body: { form: TownFormKey; period: string | null } }
  | { of: 'scores'; body: { form: ScoreFormKey; month: string; groupId: string | undefined } | { form: (typeof yearScoreFormKeys)[number]; year: string; groupId: string | undefined } }
  | { of: 'published'; body: { form: PublishedFormKey; month: string; groupId: string | undefined } | { form: (typeof yearPublishedFormKeys)[number]; year: string; groupId: string | undefined } }
  | { of: 'objection'; body: { form: ObjectionFormKey; objectionId: string | null } };

const isOf = <Key extends FormKey>(keys: readonly Key[], form: FormKey): form is Key => (keys as readonly FormKey[]).includes(form);

/** Null while something is still to be chosen. */
export function wanted(choice: PaperChoice): Wanted | null {
  const { form, groupId, sessionId, member } = choice;
  const period = periodOf(choice);
  if (isOf(sessionFormKeys, form)) return sessionId ? { of: 'session', body: { form, sessionId } } : null;
  if (isOf(groupFormKeys, form)) return groupId ? { of: 'group', body: { form, groupId, period: period ?? '' } } : null;
  if (isOf(memberFormKeys, form)) return member ? { of: 'member', body: { form, memberId: member.memberId, year: choice.month.slice(0, 4) } } : null;
  const ofMonth = { month: choice.month, groupId: groupId || undefined };
  if (isOf(scoreFormKeys, form)) return { of: 'scores', body: { form, ...ofMonth } };
  if (isOf(publishedFormKeys, form)) return { of: 'published', body: { form, ...ofMonth } };
  const ofYear = { year: choice.month.slice(0, 4), groupId: groupId || undefined };
  if (isOf(yearScoreFormKeys, form)) return { of: 'scores', body: { form, ...ofYear } };
  if (isOf(yearPublishedFormKeys, form)) return { of: 'published', body: { form, ...ofYear } };
  if (isOf(objectionFormKeys, form)) return { of: 'objection', body: { form, objectionId: choice.objectionId || null } };
  return isOf(townFormKeys, form) ? { of: 'town', body: { form, period } } : null;
}

/** '2026-11', '2026', or null for what has no time of its own. */
export function periodOf({ form, month, wholeYear }: PaperChoice): string | null {
  const { period } = formDefinition(form);
  if (period === 'none') return null;
  return period === 'year' || (period === 'month or year' && wholeYear) ? month.slice(0, 4) : month;
}

export function viewOf(want: Wanted): Promise<PaperForm> {
  if (want.of === 'session') return call('viewSessionForm', { body: want.body });
  if (want.of === 'group') return call('viewGroupForm', { body: want.body });
  if (want.of === 'member') return call('viewMemberForm', { body: want.body });
  if (want.of === 'scores') return call('viewScoreForm', { body: want.body });
  if (want.of === 'published') return call('viewPublishedForm', { body: want.body });
  if (want.of === 'objection') return call('viewObjectionForm', { body: want.body });
  return call('viewTownForm', { body: want.body });
}

export function fileOf(want: Wanted, format: Format): Promise<Blob> {
  if (want.of === 'session') return fetchBytes('downloadSessionForm', { body: { ...want.body, format } });
  if (want.of === 'group') return fetchBytes('downloadGroupForm', { body: { ...want.body, format } });
  if (want.of === 'member') return fetchBytes('downloadMemberForm', { body: { ...want.body, format } });
  if (want.of === 'scores') return fetchBytes('downloadScoreForm', { body: { ...want.body, format } });
  if (want.of === 'published') return fetchBytes('downloadPublishedForm', { body: { ...want.body, format } });
  if (want.of === 'objection') return fetchBytes('downloadObjectionForm', { body: { ...want.body, format } });
  return fetchBytes('downloadTownForm', { body: { ...want.body, format } });
}

/** How the file is called on the disk. */
export function fileName({ unit, title }: PaperForm, { form, member }: PaperChoice, format: Format): string {
  const about = isOf(memberFormKeys, form) ? (member?.name ?? '') : unit;
  return `${about} ${title}.${format}`.replace(/[\\/:*?"<>|]/g, ' ');
}
