import { Injectable } from '@nestjs/common';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import type { OpenScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { PublicationPage } from './publication-page.entity.ts';
import { Publication } from './publication.entity.ts';

export type PageHead = Pick<PublicationPage, 'place' | 'groupId' | 'groupName' | 'people'>;

@Injectable()
export class PublicationsRepository {
  constructor(private readonly database: Database) {}

  of({ townId }: TownScope, kind: PublicationKind, period: string): Promise<Publication | null> {
    return this.database.rows(Publication).findOneBy({ townId, kind, period });
  }

  /** Of any town: whoever has the code holds the sheet. */
  byCode(_: OpenScope, code: string): Promise<Publication | null> {
    return this.database.rows(Publication).findOneBy({ code });
  }

  page({ townId }: TownScope, skip: number, take: number): Promise<[Publication[], number]> {
    return this.database.rows(Publication).findAndCount({ where: { townId }, order: { publishedAt: 'DESC', id: 'ASC' }, skip, take });
  }

  heads({ townId, id }: Pick<Publication, 'townId' | 'id'>): Promise<PageHead[]> {
    return this.database.rows(PublicationPage).find({ select: { place: true, groupId: true, groupName: true, people: true }, where: { townId, publicationId: id }, order: { place: 'ASC' } });
  }

  onPlace({ townId, id }: Pick<Publication, 'townId' | 'id'>, place: number): Promise<PublicationPage | null> {
    return this.database.rows(PublicationPage).findOneBy({ townId, publicationId: id, place });
  }

  async insert({ townId }: TownScope, publication: Omit<Publication, 'townId'>): Promise<void> {
    await this.database.rows(Publication).insert({ ...publication, townId });
  }

  async insertPage({ townId }: TownScope, page: Omit<PublicationPage, 'townId'>): Promise<void> {
    await this.database.rows(PublicationPage).insert({ ...page, townId });
  }

  isPublished(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_publications_period');
  }
}
