import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type PointKind, scoreEntryKindNames } from '@weidangxiao/shared/rules/score-entry.ts';
import { addDays, type BusinessDate, businessDate, datesOfMonth, monthInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { businessNow } from '@/platform/clock';
import { newId } from '@/platform/ids';
import { dismiss, send } from '@/platform/outbox';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { may, useSession } from '@/platform/session';

export type Proposal = Answer<'listScoreProposals'>['items'][number];
export const proposalsPage = 'packages/leader/points/index';

export interface Draft {
  readonly memberId: string;
  readonly name: string;
  readonly kind: PointKind;
  readonly month: string;
  readonly points: string;
  readonly on: BusinessDate;
  readonly reason: string;
  readonly evidence: string;
}

/** One's own, with what became of them; null for whoever leads nobody. */
export function useMyProposals(): Paged<Proposal, Answer<'listScoreProposals'>> {
  const leader = useSession(({ caller }) => (may(caller, 'score-proposals.write') ? (caller?.member?.id ?? null) : null));
  return usePaged<Proposal, Answer<'listScoreProposals'>>(leader && 'score-proposals', (page) => call('listScoreProposals', { query: { mine: 'true', page, pageSize: 20 } }));
}

/** Kept on the phone first. Tells what to say; what the server refuses stays in the form. @throws OutboxFull */
export async function propose({ name, ...draft }: Draft): Promise<{ said: string } | { refused: string }> {
  const clientId = newId();
  const body = { clientId, ...draft, points: draft.points.trim(), reason: draft.reason.trim(), evidence: draft.evidence.trim() };
  const outcome = await send('createScoreProposal', { body }, { label: `给${name}${proposalText(draft)}` });
  if (outcome.state === 'waiting') return { said: '已存在本机，联网后自动上传' };
  if (outcome.state === 'sent') return { said: '交给委员会了' };
  dismiss(clientId);
  return { refused: outcome.body.message };
}

/** 十一月加分1.5分 */
export function proposalText({ month, kind, points }: Pick<Draft, 'month' | 'kind' | 'points'>): string {
  return `${monthInChinese(month)}${scoreEntryKindNames[kind]}${String(Number(points))}分`;
}

/** This month, and the one before, which can still be changed until it is published. */
export function monthsToPropose(): readonly { value: string; name: string }[] {
  const now = monthOf(businessDate(businessNow()));
  const before = monthOf(addDays(datesOfMonth(now).from, -1));
  return [now, before].map((value) => ({ value, name: monthInChinese(value) }));
}

/** The days of a month that have been, the last one first. */
export function daysOf(month: string): readonly { value: BusinessDate; name: string }[] {
  const today = businessDate(businessNow());
  const { from, to } = datesOfMonth(month);
  const days: { value: BusinessDate; name: string }[] = [];
  for (let date = to < today ? to : today; date >= from; date = addDays(date, -1)) days.push({ value: date, name: date === today ? '今天' : `${Number(date.slice(8))}日` });
  return days;
}
