import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import type { YearFormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { meanOf, type NamedLine } from '../annual-scores/annual-scores.service.ts';
import { AssessmentYearsService, type StandingYear } from '../annual-scores/assessment-years.service.ts';
import { YearSheetService } from '../annual-scores/year-sheet.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Form, FormRow } from './form.ts';
import { newForm } from './new-form.ts';
import { PaperHeadsService } from './paper-heads.service.ts';
import { figureText } from './paper-words.ts';
import { PublishedSheetsService } from './published-sheets.service.ts';

/** A year's rating on paper: the committee's figures, and the sheet that is put up for everybody. */
@Injectable()
export class YearFormsService {
  constructor(
    private readonly heads: PaperHeadsService,
    private readonly years: AssessmentYearsService,
    private readonly sheet: YearSheetService,
    private readonly sheets: PublishedSheetsService,
    private readonly groups: GroupsService,
  ) {}

  /** Of the whole town or of one group. @throws AppError FORM_NOT_YET, INPUT_INVALID for a year that has not begun, NOT_FOUND for the group */
  async of(scope: TownScope, key: YearFormKey, year: string, groupId?: string): Promise<Form> {
    const standing = await this.years.year(scope, year);
    if (standing.groups === null) throw notYet(year, '这一年还没有汇总');
    const head = await this.heads.of(scope, key);
    const group = groupId ? (await this.groups.find(scope, groupId)).name : '';
    const filling = { ...head, unit: `${head.unit}${group}`, about: periodInChinese(year), fileName: `${group} ${year} ${head.arranged.title}` };
    if (key === 'year-scores') return newForm({ ...filling, rows: { rows: this.rows(scope, standing, groupId) } });
    const sheet = await this.sheets.of(scope, 'year', year, groupId);
    if (!sheet) throw notYet(year, '结果还没有公示');
    return newForm({ ...filling, check: sheet.check, facts: sheet.facts, rows: { rows: sheet.rows } });
  }

  async isPublished(scope: TownScope, year: string): Promise<boolean> {
    const { row } = await this.years.year(scope, year);
    return row !== null && row.publishedOn !== null;
  }

  /** Group by group as people count them, by surname, never by figures. */
  private async *rows(scope: TownScope, standing: StandingYear, only: string | undefined): AsyncIterable<FormRow> {
    for await (const { groupId, name, lines } of this.sheet.groups(scope, standing)) {
      if (only === undefined || groupId === only) for (const line of lines) yield { ...scoreRow(line), name: line.name, group: name };
    }
  }
}

const notYet = (year: string, reason: string): AppError => new AppError('FORM_NOT_YET', { detail: { month: periodInChinese(year), reason } });

function scoreRow(line: NamedLine): FormRow {
  const { months, hours, requiredHours, results } = line.facts;
  const rated = String(months.filter(({ m }) => m !== null).length);
  const grade = line.grade ? gradeNames[line.grade] : '不定等次';
  return { rated, mean: meanOf(months) ?? '', hours, required: requiredHours, results, t: figureText(line.t), performance: figureText(line.performance), grade, remark: why(line) };
}

function why({ needsDecision, reason, corrections }: NamedLine): string {
  if (needsDecision) return '并列，待议定';
  if (reason !== null) return reason === 'months' ? '评过的月份不够' : '没有在组的月份';
  const last = corrections.at(-1);
  return last ? `${dateInChinese(last.correctedOn)}更正` : '';
}
