import { Injectable } from '@nestjs/common';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import type { TownScope } from '../platform/access/scope.ts';

/** What somebody's line says since a dated change. */
export interface LaterGrade {
  readonly grade: Grade | null;
  readonly on: string;
}

export interface Corrections {
  /** By member; who was not corrected is left out. */
  of(scope: TownScope, period: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, LaterGrade>>;
  count(scope: TownScope, period: string): Promise<number>;
}

/** Dated changes since a publication, from the nouns that book them: a sheet itself is never edited. */
@Injectable()
export class LaterCorrectionsService {
  private readonly sources = new Map<PublicationKind, Corrections>();

  /** Call in a provider's `onModuleInit`. */
  add(kind: PublicationKind, source: Corrections): void {
    this.sources.set(kind, source);
  }

  async of(scope: TownScope, kind: PublicationKind, period: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, LaterGrade>> {
    return (await this.sources.get(kind)?.of(scope, period, memberIds)) ?? new Map();
  }

  async count(scope: TownScope, kind: PublicationKind, period: string): Promise<number> {
    return (await this.sources.get(kind)?.count(scope, period)) ?? 0;
  }
}
