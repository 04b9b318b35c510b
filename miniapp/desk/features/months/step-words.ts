import { type MonthStage, monthStageNames } from '@weidangxiao/shared/rules/assessment-month.ts';
import { locksOn } from '@weidangxiao/shared/rules/month-calendar.ts';
import { addDays, type BusinessDate, dateInChinese, datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { votesPlace } from '../votes/vote-words.ts';
import type { Board } from './month-page.tsx';

const shown = ['completing', 'voting', 'committee', 'publication', 'locked'] as const satisfies readonly MonthStage[];
type Shown = (typeof shown)[number];
const order: readonly MonthStage[] = ['running', ...shown];

interface Step {
  label: string;
  days: string;
  note: string;
  at: 'done' | 'now' | 'ahead';
  late: boolean;
  /** Where more of it stands. */
  more: { href: string; words: string } | null;
}

export function stepsOf(board: Board, today: BusinessDate): Step[] {
  const now = order.indexOf(board.stage);
  return shown.map((stage) => {
    const place = order.indexOf(stage);
    // A locked month is over: nothing in it is still being done.
    const at = place < now || board.stage === 'locked' ? 'done' : place === now ? 'now' : 'ahead';
    return { label: monthStageNames[stage], days: daysOf(stage, board), note: noteOf(stage, at, board, today), at, late: isLate(stage, at, board, today), more: stage === 'voting' && board.stage !== 'locked' ? { href: votesPlace(board.month), words: '看各组互评' } : null };
  });
}

/** What somebody has to see to now. */
function isLate(stage: Shown, at: Step['at'], board: Board, today: BusinessDate): boolean {
  if (stage === 'voting') return smallOnes(board, today) !== '';
  return at === 'now' && stage === 'committee' && today > board.confirmUntil;
}

function daysOf(stage: Shown, { month, completeUntil, voteFrom, voteUntil, confirmFrom, confirmUntil, publishedOn, publishedUntil }: Board): string {
  if (stage === 'completing') return between(addDays(datesOfMonth(month).to, 1), completeUntil);
  if (stage === 'voting') return between(voteFrom, voteUntil);
  if (stage === 'committee') return between(confirmFrom, confirmUntil);
  if (!publishedOn || !publishedUntil) return stage === 'publication' ? '公示三个工作日' : '公示完自动锁定';
  return stage === 'publication' ? between(publishedOn, publishedUntil) : dateInChinese(locksOn(publishedUntil));
}

function noteOf(stage: Shown, at: Step['at'], board: Board, today: BusinessDate): string {
  if (at === 'ahead') return stage === 'voting' ? smallOnes(board, today) : '';
  if (stage === 'completing') return at === 'done' ? '记录已截止' : `${dateInChinese(board.completeUntil)}晚上截止`;
  if (stage === 'voting') return at === 'now' ? votingNote(board, today) : '';
  if (stage === 'committee') return at === 'now' ? committeeNote(board, today) : '';
  return at === 'now' && stage === 'publication' ? '有异议的先冻结' : '';
}

/** Two groups that vote together have one circle. */
function circlesOf({ groups }: Board) {
  return [...new Map(groups.flatMap(({ vote }) => (vote ? [[vote.circleId, vote]] : []))).values()];
}

/** What is to be done before the vote begins: afterwards nobody can join small groups. */
function smallOnes(board: Board, today: BusinessDate): string {
  const small = today < board.voteFrom ? circlesOf(board).filter(({ votes }) => !votes).length : 0;
  return small > 0 ? `${small}个组人少，凑不够票` : '';
}

function votingNote(board: Board, today: BusinessDate): string {
  const { scoredAt, voteFrom } = board;
  if (today < voteFrom) return scoredAt === null ? '正在算分，几分钟就好' : smallOnes(board, today) || `${dateInChinese(voteFrom)}开始投`;
  const circles = circlesOf(board).filter(({ votes }) => votes);
  const sum = (count: (circle: (typeof circles)[number]) => number): number => circles.reduce((total, circle) => total + count(circle), 0);
  return `投过${sum(({ voted }) => voted ?? 0)}人，共${sum(({ people }) => people)}人`;
}

function committeeNote({ confirmFrom, confirmUntil }: Board, today: BusinessDate): string {
  if (today < confirmFrom) return `${dateInChinese(confirmFrom)}起确认`;
  return today > confirmUntil ? '过了日子，还没公示' : '确认以后公示';
}

/** 11月2–4日; over the end of a month with both. */
function between(from: BusinessDate, to: BusinessDate): string {
  if (from === to) return dateInChinese(from);
  return from.slice(0, 7) === to.slice(0, 7) ? `${dateInChinese(from).replace('日', '')}–${Number(to.slice(8))}日` : `${dateInChinese(from)}–${dateInChinese(to)}`;
}
