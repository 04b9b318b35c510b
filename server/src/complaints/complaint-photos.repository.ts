import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { ComplaintPhoto } from './complaint-photo.entity.ts';

/** The id of a photo is all that its sender holds of it; whose complaint it belongs to is judged by the service. */
@Injectable()
export class ComplaintPhotosRepository {
  constructor(private readonly database: Database) {}

  one(townId: string, id: string): Promise<ComplaintPhoto | null> {
    return this.database.rows(ComplaintPhoto).findOneBy({ townId, id });
  }

  async insert({ townId }: TownScope, photo: ComplaintPhoto): Promise<void> {
    await this.database.rows(ComplaintPhoto).insert({ ...photo, townId });
  }

  /** False for one that is not there, too old, or another complaint's. Call inside a unit of work. */
  async take({ townId }: TownScope, id: string, complaintId: string, since: string): Promise<boolean> {
    const free = { townId, id, complaintId: IsNull(), keptOn: MoreThanOrEqual(since) };
    return (await this.database.rows(ComplaintPhoto).update(free, { complaintId })).affected === 1;
  }

  forgotten({ townId }: TownScope, before: string, take: number): Promise<ComplaintPhoto[]> {
    return this.database.rows(ComplaintPhoto).find({ where: { townId, complaintId: IsNull(), keptOn: LessThan(before) }, order: { id: 'ASC' }, take });
  }

  async delete({ townId }: TownScope, id: string): Promise<void> {
    await this.database.rows(ComplaintPhoto).delete({ townId, id, complaintId: IsNull() });
  }
}
