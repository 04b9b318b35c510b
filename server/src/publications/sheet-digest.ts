import { createHash } from 'node:crypto';
import type { PublicationPage } from './publication-page.entity.ts';
import type { SheetHeading } from './publication.entity.ts';

/**
 * SHA-256 over a sheet: its heading, then each page in its place, every one as JSON in a fixed order of fields and closed by a line feed. So the same
 * sheet gives the same digest, whatever database has held it.
 */
export class SheetDigest {
  private readonly hash = createHash('sha256');

  constructor({ kind, period, town, school, publishedOn, publishedUntil }: SheetHeading) {
    this.add([kind, period, town, school, publishedOn, publishedUntil]);
  }

  page({ place, groupId, groupName, lines }: Pick<PublicationPage, 'place' | 'groupId' | 'groupName' | 'lines'>): this {
    this.add([place, groupId, groupName, lines.map(({ memberId, name, grade }) => [memberId, name, grade])]);
    return this;
  }

  hex(): string {
    return this.hash.digest('hex');
  }

  private add(values: unknown): void {
    this.hash.update(`${JSON.stringify(values)}\n`);
  }
}
