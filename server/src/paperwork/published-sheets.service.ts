import { Injectable } from '@nestjs/common';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { codeInPrint, type PublicationKind, verifyPath } from '@weidangxiao/shared/rules/publication.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Config } from '../platform/config/config.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { LaterCorrectionsService } from '../publications/later-corrections.service.ts';
import type { Publication } from '../publications/publication.entity.ts';
import { PublicationSheetsService } from '../publications/publication-sheets.service.ts';
import { PublicationsService } from '../publications/publications.service.ts';
import type { FormFact, FormRow, SheetCheck } from './form.ts';
import { wholeDate } from './paper-words.ts';

export interface PublishedSheet {
  readonly check: SheetCheck;
  readonly facts: readonly FormFact[];
  readonly rows: AsyncIterable<FormRow>;
}

const without: Readonly<Record<PublicationKind, string>> = { month: '免评', year: '不定等次' };

/** What was put up for everybody, as it was put up: names, groups and grades of that day, later corrections beside them, and the code to check it by. */
@Injectable()
export class PublishedSheetsService {
  constructor(
    private readonly publications: PublicationsService,
    private readonly sheets: PublicationSheetsService,
    private readonly corrections: LaterCorrectionsService,
    private readonly config: Config,
  ) {}

  /** Of one group where `groupId` is given; null before it is published. */
  async of(scope: TownScope, kind: PublicationKind, period: string, groupId?: string): Promise<PublishedSheet | null> {
    const publication = await this.publications.find(scope, kind, period);
    if (!publication) return null;
    const { code, publishedOn, publishedUntil } = publication;
    const facts = [{ label: '公示时间', value: `${wholeDate(publishedOn)}至${wholeDate(publishedUntil)}`, wide: true }];
    return { facts, check: { code: codeInPrint(code), address: `${this.config.publicUrl}${verifyPath(code)}` }, rows: this.rows(scope, publication, groupId) };
  }

  private async *rows(scope: TownScope, publication: Publication, only: string | undefined): AsyncGenerator<FormRow> {
    const { kind, period } = publication;
    const gradeOf = (grade: keyof typeof gradeNames | null): string => (grade ? gradeNames[grade] : without[kind]);
    for await (const { groupId, groupName, lines } of this.sheets.pages(publication)) {
      if (only !== undefined && groupId !== only) continue;
      const corrected = await this.corrections.of(scope, kind, period, lines.map(({ memberId }) => memberId));
      for (const { memberId, name, grade } of lines) {
        const later = corrected.get(memberId);
        yield { name, group: groupName, grade: gradeOf(grade), remark: later ? `${dateInChinese(later.on)}更正为${gradeOf(later.grade)}` : '' };
      }
    }
  }
}
