import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { votedMonth } from '@weidangxiao/shared/rules/ballot.ts';
import { businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { businessNow } from '@/platform/clock';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type PaperBox = Answer<'getPaperBox'>;
export type BoxPerson = PaperBox['people'][number];
type Progress = Answer<'listVoteProgress'>;
type Circle = Progress['circles'][number];

export const paperPage = 'packages/leader/paper-votes/index';

export interface PaperDuty {
  readonly circle: Circle;
  readonly month: string;
  readonly note: string;
}

/** The boxes that the leader of a group has something to do with now: paper to hand out, or to count. */
export function usePaperDuties(): PaperDuty[] {
  const leads = useSession(({ caller }) => caller?.leads) ?? [];
  const month = votedMonth(businessDate(businessNow()));
  const { value } = useStored(leads.length > 0 ? `votes/${month}` : null, () => call('listVoteProgress', { params: { month } }));
  if (!value) return [];
  return value.circles.filter(({ groups }) => groups.some(({ id }) => leads.some((led) => led.id === id))).flatMap((circle) => dutyOf(value, circle));
}

function dutyOf({ month, state, voteUntil }: Progress, circle: Circle): PaperDuty[] {
  const { votes, handed, paper } = circle;
  if (!votes || state === 'coming') return [];
  if (state === 'open') return [{ circle, month, note: handed > 0 ? `发出${handed}张，${dateInChinese(voteUntil)}截止` : `发给不想用手机的，${dateInChinese(voteUntil)}截止` }];
  return handed > 0 && paper !== 'added' ? [{ circle, month, note: `发出${handed}张，等两个人数` }] : [];
}

/** Who holds paper is told to the leader, and not left on the phone. */
export function usePaperBox(month: string, id: string): Stored<PaperBox> {
  return useStored(id ? `paper-box/${month}/${id}` : null, () => call('getPaperBox', { params: { month, id } }), { keep: false });
}
