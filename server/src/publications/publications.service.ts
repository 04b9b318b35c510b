import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { locksOn } from '@weidangxiao/shared/rules/month-calendar.ts';
import { codeInPrint, type PublicationKind, typedCode } from '@weidangxiao/shared/rules/publication.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { OpenScope, TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type StandingScore, StandingScoresService } from '../score-adjustments/standing-scores.service.ts';
import { LaterCorrectionsService } from './later-corrections.service.ts';
import { PublicationSheetsService } from './publication-sheets.service.ts';
import type { Publication } from './publication.entity.ts';
import { PublicationsRepository } from './publications.repository.ts';

type View = Answer<'publishMonth'>;

/** Reading what was published. Publishing a month is in `month-publishing.service.ts`. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly publications: PublicationsRepository,
    private readonly sheets: PublicationSheetsService,
    private readonly corrections: LaterCorrectionsService,
    private readonly standing: StandingScoresService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /** Published months of a year with every change since, by member. @param year 'YYYY' */
  standingOf(scope: TownScope, year: string, memberIds: readonly string[]): Promise<Map<string, StandingScore[]>> {
    return this.standing.ofYear(scope, year, memberIds);
  }

  /** Null before it is published. */
  find(scope: TownScope, kind: PublicationKind, period: string): Promise<Publication | null> {
    return this.publications.of(scope, kind, period);
  }

  async list(scope: WholeTownScope, { page, pageSize }: Input<'listPublications'>['query']): Promise<Answer<'listPublications'>> {
    const [rows, total] = await this.publications.page(scope, (page - 1) * pageSize, pageSize);
    return { items: rows.map((row) => this.view(row)), page, pageSize, total };
  }

  /** @throws AppError NOT_FOUND */
  async get(scope: WholeTownScope, kind: PublicationKind, period: string): Promise<Answer<'getPublication'>> {
    const publication = await this.require(scope, kind, period);
    const heads = await this.publications.heads(publication);
    const people = await this.members.people(scope, [publication.publishedBy]);
    const groups = heads.map(({ place, groupId, groupName, people: count }) => ({ place, group: groupId === null ? null : { id: groupId, name: groupName }, people: count }));
    return { ...this.view(publication), publishedBy: people.get(publication.publishedBy ?? '') ?? null, digest: publication.digest, groups };
  }

  /** @throws AppError NOT_FOUND */
  async lines(scope: WholeTownScope, { kind, period }: Input<'listPublicationLines'>['params'], { place, page, pageSize }: Input<'listPublicationLines'>['query']): Promise<Answer<'listPublicationLines'>> {
    const sheet = await this.publications.onPlace(await this.require(scope, kind, period), place);
    if (!sheet) throw new AppError('NOT_FOUND');
    const lines = sheet.lines.slice((page - 1) * pageSize, page * pageSize);
    const corrected = await this.corrections.of(scope, kind, period, lines.map(({ memberId }) => memberId));
    return { items: lines.map(({ memberId, name, grade }) => ({ name, grade, corrected: corrected.get(memberId) ?? null })), page, pageSize, total: sheet.lines.length };
  }

  /** @throws AppError NOT_FOUND for a code that was never printed */
  async verify(scope: OpenScope, typed: string): Promise<Answer<'verifyPublication'>> {
    const code = typedCode(typed);
    const publication = code && (await this.publications.byCode(scope, code));
    if (!publication) throw new AppError('NOT_FOUND');
    const { kind, period, heading, people, digest, publishedAt } = publication;
    const { code: _, ...view } = this.view(publication);
    const [unchanged, heads, corrections] = await Promise.all([
      this.sheets.isUnchanged(publication),
      this.publications.heads(publication),
      this.corrections.count(systemScope(publication.townId, 'verification'), kind, period),
    ]);
    return { ...view, town: heading.town, school: heading.school, people, groups: new Set(heads.map(({ groupId }) => groupId)).size, digest, unchanged, publishedAt, corrections, asOf: this.clock.now() };
  }

  view({ kind, period, publishedOn, publishedUntil, code }: Publication): View {
    return { kind, period, state: this.isLocked({ publishedUntil }) ? 'locked' : 'on_show', publishedOn, publishedUntil, code: codeInPrint(code) };
  }

  isLocked({ publishedUntil }: Pick<Publication, 'publishedUntil'>): boolean {
    return businessDate(this.clock.now()) >= locksOn(publishedUntil);
  }

  private async require(scope: TownScope, kind: PublicationKind, period: string): Promise<Publication> {
    const publication = await this.publications.of(scope, kind, period);
    if (!publication) throw new AppError('NOT_FOUND');
    return publication;
  }
}
