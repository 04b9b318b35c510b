import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import type { LaterFacts } from './scored.ts';

/** Asks for what enters a month beside its records of study, of members of one chunk; who has none is left out. */
export type LaterFactsOf = (scope: TownScope, month: string, memberIds: readonly string[]) => Promise<ReadonlyMap<string, LaterFacts>>;

/** Votes, bonus and deduction, from the nouns that hold them. */
@Injectable()
export class LaterFactsService {
  private readonly sources: LaterFactsOf[] = [];

  /** Call in a provider's `onModuleInit`. */
  add(source: LaterFactsOf): void {
    this.sources.push(source);
  }

  async of(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Map<string, LaterFacts>> {
    const found = new Map<string, LaterFacts>();
    for (const source of this.sources) for (const [memberId, facts] of await source(scope, month, memberIds)) found.set(memberId, { ...found.get(memberId), ...facts });
    return found;
  }
}
