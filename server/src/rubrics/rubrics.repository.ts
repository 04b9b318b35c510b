import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { RubricVersion } from './rubric-version.entity.ts';

/** The rubric is known to everybody of its town. */
@Injectable()
export class RubricsRepository {
  constructor(private readonly database: Database) {}

  /** What stands and holds on that day. */
  inForce({ townId }: TownScope, day: string): Promise<RubricVersion | null> {
    return this.database.rows(RubricVersion).findOne({ where: { townId, heldFrom: LessThanOrEqual(day) }, order: { heldFrom: 'DESC' } });
  }
}
