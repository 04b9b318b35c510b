import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { OpeningEntry } from './opening-entry.entity.ts';

/** Rows of one statement. */
const together = 200;

@Injectable()
export class OpeningEntriesRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<OpeningEntry | null> {
    return this.database.rows(OpeningEntry).findOneBy({ townId, id });
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<OpeningEntry | null> {
    return this.database.rows(OpeningEntry).findOneBy({ townId, enteredBy: memberId, clientId });
  }

  /** What stands, by month; of these members where they are named. */
  standing({ townId }: TownScope, year: string, memberIds?: readonly string[]): Promise<OpeningEntry[]> {
    const where = { townId, year, reversedAt: IsNull(), ...(memberIds && { memberId: In([...memberIds]) }) };
    return this.database.rows(OpeningEntry).find({ where, order: { period: 'ASC', id: 'ASC' } });
  }

  /** Newest first, also what was taken back; a sheet's figures person by person. */
  page({ townId }: TownScope, year: string, memberId: string | undefined, skip: number, take: number): Promise<[OpeningEntry[], number]> {
    return this.database.rows(OpeningEntry).findAndCount({ where: { townId, year, ...(memberId && { memberId }) }, order: { enteredAt: 'DESC', memberId: 'ASC', period: 'ASC', id: 'ASC' }, skip, take });
  }

  async insert({ townId }: TownScope, entries: readonly OpeningEntry[]): Promise<void> {
    for (let at = 0; at < entries.length; at += together) await this.database.rows(OpeningEntry).insert(entries.slice(at, at + together).map((entry) => ({ ...entry, townId })));
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_opening_entries_client');
  }

  isHeld(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_opening_entries_held');
  }

  /** Answers how many of them still stood. */
  async reverse({ townId }: TownScope, ids: readonly string[], reversal: Pick<OpeningEntry, 'reversedAt' | 'reversedBy' | 'reversalReason'>): Promise<number> {
    let reversed = 0;
    for (let at = 0; at < ids.length; at += together) {
      const { affected } = await this.database.rows(OpeningEntry).update({ townId, id: In(ids.slice(at, at + together)), reversedAt: IsNull() }, { ...reversal, held: null });
      reversed += affected ?? 0;
    }
    return reversed;
  }
}
