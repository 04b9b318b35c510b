import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type Grade, type DimensionKey, dimensionKeys, gradeNames, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { daysOfPeriod, periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import type { PublishedFormKey, ScoreFormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { addDays, businessDate, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { BallotsService, type Votes } from '../ballots/ballots.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Form, FormRow } from './form.ts';
import { newForm } from './new-form.ts';
import { PaperHeadsService } from './paper-heads.service.ts';
import { figureText } from './paper-words.ts';
import { PublishedSheetsService } from './published-sheets.service.ts';

type MonthFormKey = ScoreFormKey | PublishedFormKey;
type ScoredRow = Awaited<ReturnType<MonthlyScoresService['pageOfGroup']>>['rows'][number];
type Filler = (row: ScoredRow, votes: Votes | undefined) => FormRow;

const page = 100;

/** A month's rating on paper: the committee's figures, how many voted what, and the sheet that is put up for everybody. */
@Injectable()
export class MonthFormsService {
  private readonly published = new WeakMap<TownScope, Map<string, Promise<string[]>>>();

  constructor(
    private readonly heads: PaperHeadsService,
    private readonly scores: MonthlyScoresService,
    private readonly sheets: PublishedSheetsService,
    private readonly ballots: BallotsService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly clock: Clock,
  ) {}

  /** Of the whole town or of one group. @throws AppError FORM_NOT_YET, INPUT_INVALID for a month that has not begun, NOT_FOUND for the group */
  async of(scope: TownScope, key: MonthFormKey, month: string, groupId?: string): Promise<Form> {
    await this.requireReady(scope, key, month);
    const head = await this.heads.of(scope, key);
    const group = groupId ? (await this.groups.find(scope, groupId)).name : '';
    const about = periodInChinese(month);
    const filling = { ...head, unit: `${head.unit}${group}`, about, fileName: `${group} ${month} ${head.arranged.title}` };
    if (key === 'month-published') {
      const sheet = await this.sheets.of(scope, 'month', month, groupId);
      if (!sheet) throw notYet(month, '结果还没有公示');
      return newForm({ ...filling, check: sheet.check, facts: sheet.facts, rows: { rows: sheet.rows } });
    }
    return newForm({ ...filling, rows: { rows: this.rows(scope, month, groupId, fillers[key]) } });
  }

  /** Months of a period whose result may be known to everybody by now; asked for once in a request or a bundle. */
  publishedMonths(scope: TownScope, period: string): Promise<string[]> {
    const known = this.published.get(scope) ?? new Map<string, Promise<string[]>>();
    this.published.set(scope, known);
    const months = known.get(period) ?? this.askPublished(scope, period);
    known.set(period, months);
    return months;
  }

  /** Of one member's year, what was published. */
  async gradesOf(scope: TownScope, memberId: string, year: string): Promise<FormRow[]> {
    const months = await this.publishedMonths(scope, year);
    if (months.length === 0) return [];
    const rows = await this.scores.storedOf(scope, memberId);
    return rows.filter(({ month }) => months.includes(month)).map((row) => ({ month: periodInChinese(row.month), grade: gradeName(row) }));
  }

  private async askPublished(scope: TownScope, period: string): Promise<string[]> {
    const { from, to } = daysOfPeriod(period);
    const last = [monthOf(to), monthOf(businessDate(this.clock.now()))].sort()[0] ?? '';
    const published: string[] = [];
    for (let month = monthOf(from); month <= last; month = monthOf(addDays(datesOfMonth(month).to, 1))) if ((await this.scores.month(scope, month)).publishedOn !== null) published.push(month);
    return published;
  }

  /** Counts that still grow would show what the last one voted. */
  private async requireReady(scope: TownScope, key: MonthFormKey, month: string): Promise<void> {
    const { stage, scoredAt, publishedOn } = await this.scores.month(scope, month);
    if (key === 'month-published' && publishedOn === null) throw notYet(month, '结果还没有公示');
    if (stage === 'running' || stage === 'completing' || scoredAt === null) throw notYet(month, '记录还在补全');
    if (stage === 'voting') throw notYet(month, '互评还没有结束');
  }

  /** Group by group as people count them, by surname, never by figures. */
  private async *rows(scope: TownScope, month: string, only: string | undefined, fill: Filler): AsyncIterable<FormRow> {
    const groups = (await this.groups.open(scope)).map(({ id, name }) => ({ id: id as string | null, name }));
    const wanted = only ? groups.filter(({ id }) => id === only) : [...groups, { id: null, name: '没有小组' }];
    for (const { id, name } of wanted) for (const row of await this.ofGroup(scope, month, id)) yield { ...fill(row.score, row.votes), name: row.name, group: name };
  }

  private async ofGroup(scope: TownScope, month: string, groupId: string | null): Promise<{ name: string; score: ScoredRow; votes: Votes | undefined }[]> {
    const found: ScoredRow[] = [];
    for (let total = 1; found.length < total; ) {
      const { rows, total: all } = await this.scores.pageOfGroup(scope, month, groupId, found.length, page);
      found.push(...rows);
      total = rows.length === 0 ? 0 : all;
    }
    const ids = found.map(({ memberId }) => memberId);
    const [people, votes] = await Promise.all([this.members.people(scope, ids), this.ballots.tallies(scope, month, ids)]);
    const named = found.map((score) => ({ name: people.get(score.memberId)?.name ?? '', score, votes: votes.get(score.memberId) }));
    return named.sort((a, b) => byName(a.name, b.name) || a.score.memberId.localeCompare(b.score.memberId));
  }
}

const notYet = (month: string, reason: string): AppError => new AppError('FORM_NOT_YET', { detail: { month: periodInChinese(month), reason } });

const fillers: Readonly<Record<ScoreFormKey, Filler>> = {
  'month-scores': (row) => ({ ...pointsOf(row), s: figureText(row.s), p: figureText(row.p), m: figureText(row.m), grade: gradeName(row), remark: why(row) }),
  'ballot-summary': (row, votes) => ({ ...countsOf(votes), p: figureText(row.p), remark: voteRemark(row, votes) }),
};

/** Keys of the columns; `group` is the study group's own. */
const columnOf: Readonly<Record<DimensionKey, string>> = { centralized: 'centralized', group: 'study-group', night: 'night', selfStudy: 'selfStudy', practice: 'practice' };

function pointsOf({ scoreLines }: ScoredRow): FormRow {
  return Object.fromEntries(dimensionKeys.map((dimension) => [columnOf[dimension], scoreLines.find((line) => line.dimension === dimension)?.earned ?? '']));
}

function voteRemark({ rated, p }: ScoredRow, votes: Votes | undefined): string {
  if (!votes) return '没有互评';
  return rated && p === null ? '票不够' : '';
}

function countsOf(votes: Votes | undefined): FormRow {
  if (!votes) return {};
  const { ballots, entitled } = votes;
  const cast = grades.reduce((sum, grade) => sum + (ballots[grade] ?? 0), 0);
  return { entitled: String(entitled), cast: String(cast), ...Object.fromEntries(grades.map((grade: Grade) => [grade, String(ballots[grade] ?? 0)])) };
}

const gradeName = ({ rated, grade }: ScoredRow): string => (rated && grade ? gradeNames[grade] : '免评');

function why({ rated, exempt, p }: ScoredRow): string {
  if (!rated) return exempt === 'whole' ? '整月免学' : '能评的不到两项';
  return p === null ? '票不够' : '';
}
