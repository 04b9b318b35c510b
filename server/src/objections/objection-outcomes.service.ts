import { Injectable } from '@nestjs/common';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { ObjectionAnswer } from './objection-answer.entity.ts';
import type { Objection } from './objection.entity.ts';

export interface Outcomes {
  /** Whether the verdict "changed" would change anything now. */
  wouldChange(scope: TownScope, objection: Objection, points: number | null): Promise<boolean>;
  /** Inside the unit of work of the third signature. False where nothing changes. */
  change(scope: TownScope, objection: Objection, answer: ObjectionAnswer): Promise<boolean>;
}

/** What "changed" does, from the nouns whose sheets are objected to. */
@Injectable()
export class ObjectionOutcomesService {
  private readonly outcomes = new Map<PublicationKind, Outcomes>();

  /** Call in a provider's `onModuleInit`. */
  add(kind: PublicationKind, outcomes: Outcomes): void {
    this.outcomes.set(kind, outcomes);
  }

  async wouldChange(scope: TownScope, objection: Objection, points: number | null): Promise<boolean> {
    return (await this.outcomes.get(objection.kind)?.wouldChange(scope, objection, points)) ?? true;
  }

  async change(scope: TownScope, objection: Objection, answer: ObjectionAnswer): Promise<boolean> {
    return (await this.outcomes.get(objection.kind)?.change(scope, objection, answer)) ?? true;
  }
}
