import { Injectable } from '@nestjs/common';
import type { Span } from '@weidangxiao/shared/rules/span.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { ExemptionsRepository } from './exemptions.repository.ts';

/** What other nouns ask: on which days somebody owes nothing. Never why. */
@Injectable()
export class ExemptionsService {
  constructor(private readonly exemptions: ExemptionsRepository) {}

  async spansOf(scope: TownScope, memberId: string, from: string, to: string): Promise<Span[]> {
    return (await this.exemptions.touching(scope, from, to, [memberId])).map(spanOf);
  }

  /** By member, of the whole town or of these members; who has none in these days is left out. */
  async spans(scope: TownScope, from: string, to: string, memberIds: readonly string[] | null = null): Promise<Map<string, Span[]>> {
    const found = new Map<string, Span[]>();
    for (const exemption of await this.exemptions.touching(scope, from, to, memberIds)) found.set(exemption.memberId, [...(found.get(exemption.memberId) ?? []), spanOf(exemption)]);
    return found;
  }
}

const spanOf = ({ fromDate, toDate }: { fromDate: string; toDate: string }): Span => ({ from: fromDate, to: toDate });
