import { Injectable } from '@nestjs/common';
import type { ScoreEntryKind } from '@weidangxiao/shared/rules/score-entry.ts';
import { In, IsNull } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { ScoreEntry } from './score-entry.entity.ts';

@Injectable()
export class ScoreEntriesRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<ScoreEntry | null> {
    return this.database.rows(ScoreEntry).findOneBy({ townId, id });
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<ScoreEntry | null> {
    return this.database.rows(ScoreEntry).findOneBy({ townId, enteredBy: memberId, clientId });
  }

  /** What stands for these members, in the order in which it was entered. */
  standing({ townId }: TownScope, kinds: readonly ScoreEntryKind[], period: string, memberIds: readonly string[]): Promise<ScoreEntry[]> {
    const where = { townId, period, memberId: In([...memberIds]), kind: In([...kinds]), reversedAt: IsNull() };
    return this.database.rows(ScoreEntry).find({ where, order: { enteredAt: 'ASC', id: 'ASC' } });
  }

  /** Newest first, also what was taken back. */
  page({ townId }: TownScope, kinds: readonly ScoreEntryKind[], period: string, skip: number, take: number): Promise<[ScoreEntry[], number]> {
    return this.database.rows(ScoreEntry).findAndCount({ where: { townId, period, kind: In([...kinds]) }, order: { enteredAt: 'DESC', id: 'DESC' }, skip, take });
  }

  async insert({ townId }: TownScope, entry: ScoreEntry): Promise<void> {
    await this.database.rows(ScoreEntry).insert({ ...entry, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_score_entries_client');
  }

  isHeld(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_score_entries_held');
  }

  /** Once: false when somebody else was faster. */
  async reverse({ townId }: TownScope, id: string, reversal: Pick<ScoreEntry, 'reversedAt' | 'reversedBy' | 'reversalReason'>): Promise<boolean> {
    const { affected } = await this.database.rows(ScoreEntry).update({ townId, id, reversedAt: IsNull() }, { ...reversal, held: null });
    return affected === 1;
  }
}
