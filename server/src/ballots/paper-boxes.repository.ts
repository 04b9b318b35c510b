import { Injectable } from '@nestjs/common';
import type { PaperTally } from '@weidangxiao/shared/rules/ballot-paper.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { PaperTallyRow } from './paper-tally.entity.ts';
import type { VoteBox } from './vote-box.entity.ts';

type OfBox = Pick<VoteBox, 'month' | 'circleId'>;

@Injectable()
export class PaperBoxesRepository {
  constructor(private readonly database: Database) {}

  tallies({ townId }: TownScope, { month, circleId }: OfBox): Promise<PaperTallyRow[]> {
    return this.database.rows(PaperTallyRow).find({ where: { townId, month, circleId }, order: { enteredBy: 'ASC' } });
  }

  /** In place of what the same person entered before. */
  async put({ townId }: TownScope, { month, circleId }: OfBox, enteredBy: string, { ballots, counts }: PaperTally): Promise<void> {
    await this.database.rows(PaperTallyRow).delete({ townId, month, circleId, enteredBy });
    await this.database.rows(PaperTallyRow).insert({ townId, month, circleId, enteredBy, ballots, counts });
  }

  async forget({ townId }: TownScope, { month, circleId }: OfBox): Promise<void> {
    await this.database.rows(PaperTallyRow).delete({ townId, month, circleId });
  }
}
