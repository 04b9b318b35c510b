import { Injectable } from '@nestjs/common';
import { type PublicationKind, publicationCode } from '@weidangxiao/shared/rules/publication.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { TownsService } from '../towns/towns.service.ts';
import type { PublicationPage, SheetLine } from './publication-page.entity.ts';
import type { Publication } from './publication.entity.ts';
import { PublicationsRepository } from './publications.repository.ts';
import { SheetDigest } from './sheet-digest.ts';

/** One group of a sheet, its lines in the order in which they are printed. */
export interface SheetGroup {
  readonly groupId: string | null;
  readonly name: string;
  readonly lines: readonly SheetLine[];
}

export interface NewSheet {
  readonly kind: PublicationKind;
  /** '2026-11' or '2026' */
  readonly period: string;
  readonly publishedOn: string;
  /** The last day on show. */
  readonly publishedUntil: string;
}

const linesOfPage = 500;
/** More than twelve, since some bytes are refused. */
const bytes = 64;

/** Writes sheets as they are put up, and tells whether they are still what they were. */
@Injectable()
export class PublicationSheetsService {
  constructor(
    private readonly publications: PublicationsRepository,
    private readonly towns: TownsService,
    private readonly clock: Clock,
  ) {}

  /** Inside the unit of work that publishes. A group at a time: however large the town, one page is in memory. */
  async publish(scope: TownScope, { kind, period, publishedOn, publishedUntil }: NewSheet, groups: AsyncIterable<SheetGroup>): Promise<Publication> {
    const { name: town, schoolName: school } = await this.towns.own(scope);
    const heading = { kind, period, town, school, publishedOn, publishedUntil };
    const digest = new SheetDigest(heading);
    const id = randomUUID();
    let [place, people] = [0, 0];
    for await (const { groupId, name, lines } of groups) {
      for (let from = 0; from < lines.length; from += linesOfPage, place += 1) {
        const page = { id: randomUUID(), publicationId: id, place, groupId, groupName: name, people: Math.min(linesOfPage, lines.length - from), lines: lines.slice(from, from + linesOfPage) };
        await this.publications.insertPage(scope, page);
        digest.page(page);
        people += page.people;
      }
    }
    const code = publicationCode(randomBytes(bytes));
    const publication: Publication = { townId: scope.townId, id, kind, period, code, heading, digest: digest.hex(), people, publishedOn, publishedUntil, publishedAt: this.clock.now(), publishedBy: scope.memberId };
    await this.publications.insert(scope, publication);
    return publication;
  }

  /** Whether heading and pages still give the digest that was written down. Reads a page at a time. */
  async isUnchanged(publication: Publication): Promise<boolean> {
    const digest = new SheetDigest(publication.heading);
    let people = 0;
    for (let place = 0; ; place += 1) {
      const page = await this.publications.onPlace(publication, place);
      if (!page) return people === publication.people && digest.hex() === publication.digest;
      digest.page(page);
      people += page.lines.length;
    }
  }

  /** As it was put up, page by page: what is printed is what was published, whatever has been renamed since. */
  async *pages(publication: Publication): AsyncGenerator<PublicationPage> {
    for (let place = 0; ; place += 1) {
      const page = await this.publications.onPlace(publication, place);
      if (!page) return;
      yield page;
    }
  }

  /** The group under which somebody stands on a sheet; undefined for whoever is not on it. */
  async groupOf(publication: Publication, memberId: string): Promise<string | null | undefined> {
    for (let place = 0; ; place += 1) {
      const page = await this.publications.onPlace(publication, place);
      if (!page) return undefined;
      if (page.lines.some((line) => line.memberId === memberId)) return page.groupId;
    }
  }
}
