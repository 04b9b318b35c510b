import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { AttendanceRow } from './attendance-row.entity.ts';

/** One member's records of one kind, as the database puts them together. */
export interface KindOfMonth {
  readonly memberId: string;
  readonly kind: AttendanceRow['kind'];
  /** With commas between, by date; null where nobody marked. */
  readonly statuses: string | null;
  readonly spoke: number;
}

@Injectable()
export class AttendanceMonthRepository {
  constructor(private readonly database: Database) {}

  /** Of these members; each one's days are a range of their own index, so that what is read does not grow with the years. */
  kinds({ townId }: TownScope, memberIds: readonly string[], from: string, to: string): Promise<KindOfMonth[]> {
    return this.database
      .rows(AttendanceRow)
      .createQueryBuilder('attendance')
      .useIndex('ix_attendance_rows_member')
      .select('attendance.memberId', 'memberId')
      .addSelect('attendance.kind', 'kind')
      .addSelect('GROUP_CONCAT(attendance.status ORDER BY attendance.date, attendance.sessionId)', 'statuses')
      .addSelect('MAX(attendance.spoke)', 'spoke')
      .where('attendance.townId = :townId AND attendance.memberId IN (:...memberIds) AND attendance.date BETWEEN :from AND :to', { townId, memberIds, from, to })
      .groupBy('attendance.memberId')
      .addGroupBy('attendance.kind')
      .getRawMany<KindOfMonth>();
  }
}
