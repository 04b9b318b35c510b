import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { In, IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Venue } from './venue.entity.ts';

/** Venues are known to everybody of their town. */
@Injectable()
export class VenuesRepository {
  constructor(private readonly database: Database) {}

  open({ townId }: TownScope): Promise<Venue[]> {
    return this.database.rows(Venue).findBy({ townId, closedAt: IsNull() });
  }

  one({ townId }: TownScope, id: string): Promise<Venue | null> {
    return this.database.rows(Venue).findOneBy({ townId, id });
  }

  /** Closed ones too: old bookings still name them. */
  async names({ townId }: TownScope, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.database.rows(Venue).find({ select: { id: true, name: true }, where: { townId, id: In([...ids]) } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /**
   * Until the unit of work ends, nobody else books this venue: both engines let one writer at a time have a row. False
   * for one that is closed or not there.
   */
  async takeTurn({ townId }: TownScope, id: string): Promise<boolean> {
    const { affected } = await this.database.rows(Venue).update({ townId, id, closedAt: IsNull() }, { bookingTurn: () => 'booking_turn + 1' });
    return affected === 1;
  }

  async insert({ townId }: TownScope, venue: Venue): Promise<void> {
    await this.unlessTaken(venue.name, () => this.database.rows(Venue).insert({ ...venue, townId }));
  }

  async update({ townId }: TownScope, id: string, changes: Partial<Venue>): Promise<void> {
    await this.unlessTaken(changes.name ?? '', () => this.database.rows(Venue).update({ townId, id }, changes));
  }

  private async unlessTaken(name: string, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (this.database.isUnique(error, 'uq_venues_name')) throw new AppError('NAME_TAKEN', { field: 'name', detail: { name } });
      throw error;
    }
  }
}
