import { Injectable } from '@nestjs/common';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { ObjectionsRepository } from './objections.repository.ts';

/** Lines of published sheets that wait for the answer to an objection. Nobody else's line is frozen by it. */
@Injectable()
export class FrozenLinesService {
  constructor(private readonly objections: ObjectionsRepository) {}

  /** Of these people. */
  among(scope: TownScope, kind: PublicationKind, period: string, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.objections.frozenAmong(scope, kind, period, memberIds);
  }

  /** How many objections still wait in these periods: a year is not run over them. */
  count(scope: TownScope, kind: PublicationKind, periods: readonly string[]): Promise<number> {
    return periods.length === 0 ? Promise.resolve(0) : this.objections.countFrozen(scope, kind, periods);
  }
}
