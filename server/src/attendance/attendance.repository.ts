import { Injectable } from '@nestjs/common';
import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { Between, In } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { AttendanceRow } from './attendance-row.entity.ts';

export interface StatusCount {
  readonly status: AttendanceStatus | null;
  readonly guest: boolean;
  readonly differs: boolean;
  readonly count: number;
}

export interface GroupTally {
  readonly groupId: string | null;
  readonly kind: AttendanceRow['kind'];
  readonly status: AttendanceStatus | null;
  readonly count: number;
}

const wasThere: readonly AttendanceStatus[] = ['present', 'late', 'left_early', 'made_up'];
const chunk = 200;

/** Settled rows, within the town; whose a caller may see is asked by the services. */
@Injectable()
export class AttendanceRepository {
  constructor(private readonly database: Database) {}

  ofSession({ townId }: TownScope, sessionId: string): Promise<AttendanceRow[]> {
    return this.database.rows(AttendanceRow).findBy({ townId, sessionId });
  }

  some({ townId }: TownScope, sessionId: string, memberIds: readonly string[]): Promise<AttendanceRow[]> {
    return this.database.rows(AttendanceRow).findBy({ townId, sessionId, memberId: In([...memberIds]) });
  }

  ofMember({ townId }: TownScope, memberId: string, from: string, to: string): Promise<AttendanceRow[]> {
    return this.database.rows(AttendanceRow).find({ where: { townId, memberId, date: Between(from, to) }, order: { date: 'ASC', sessionId: 'ASC' } });
  }

  pageOfMember({ townId }: TownScope, memberId: string, from: string, to: string, skip: number, take: number): Promise<[AttendanceRow[], number]> {
    return this.database.rows(AttendanceRow).findAndCount({ where: { townId, memberId, date: Between(from, to) }, order: { date: 'DESC', sessionId: 'DESC' }, skip, take });
  }

  async statusCounts({ townId }: TownScope, sessionId: string): Promise<StatusCount[]> {
    const rows = await this.database
      .rows(AttendanceRow)
      .createQueryBuilder('attendance')
      .select('attendance.status', 'status')
      .addSelect('attendance.guest', 'guest')
      .addSelect('attendance.differs', 'differs')
      .addSelect('COUNT(*)', 'count')
      .where('attendance.townId = :townId AND attendance.sessionId = :sessionId', { townId, sessionId })
      .groupBy('attendance.status')
      .addGroupBy('attendance.guest')
      .addGroupBy('attendance.differs')
      .getRawMany<{ status: AttendanceStatus | null; guest: number; differs: number; count: string }>();
    return rows.map(({ status, guest, differs, count }) => ({ status, guest: Boolean(guest), differs: Boolean(differs), count: Number(count) }));
  }

  /** Hundredths of study hours by member, of closed sessions in these days. */
  async hours({ townId }: TownScope, from: string, to: string, memberIds: readonly string[] | null): Promise<Map<string, number>> {
    if (memberIds?.length === 0) return new Map();
    const query = this.database
      .rows(AttendanceRow)
      .createQueryBuilder('attendance')
      .select('attendance.memberId', 'memberId')
      .addSelect('SUM(attendance.hours)', 'hours')
      .where('attendance.townId = :townId AND attendance.date BETWEEN :from AND :to', { townId, from, to });
    if (memberIds) query.andWhere('attendance.memberId IN (:...memberIds)', { memberIds });
    const rows = await query.groupBy('attendance.memberId').getRawMany<{ memberId: string; hours: string }>();
    return new Map(rows.map(({ memberId, hours }) => [memberId, Number(hours)]));
  }

  /** How often each member was there in these days. */
  async attendedTimes({ townId }: TownScope, from: string, to: string): Promise<Map<string, number>> {
    const rows = await this.database
      .rows(AttendanceRow)
      .createQueryBuilder('attendance')
      .select('attendance.memberId', 'memberId')
      .addSelect('COUNT(*)', 'count')
      .where('attendance.townId = :townId AND attendance.date BETWEEN :from AND :to AND attendance.status IN (:...wasThere)', { townId, from, to, wasThere })
      .groupBy('attendance.memberId')
      .getRawMany<{ memberId: string; count: string }>();
    return new Map(rows.map(({ memberId, count }) => [memberId, Number(count)]));
  }

  /** Rows of those expected, by group, kind and status. */
  async tallies({ townId }: TownScope, from: string, to: string): Promise<GroupTally[]> {
    const rows = await this.database
      .rows(AttendanceRow)
      .createQueryBuilder('attendance')
      .select('attendance.groupId', 'groupId')
      .addSelect('attendance.kind', 'kind')
      .addSelect('attendance.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .where('attendance.townId = :townId AND attendance.date BETWEEN :from AND :to AND attendance.guest = :guest', { townId, from, to, guest: false })
      .groupBy('attendance.groupId')
      .addGroupBy('attendance.kind')
      .addGroupBy('attendance.status')
      .getRawMany<Omit<GroupTally, 'count'> & { count: string }>();
    return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
  }

  async insert({ townId }: TownScope, rows: readonly AttendanceRow[]): Promise<void> {
    for (let at = 0; at < rows.length; at += chunk) await this.database.rows(AttendanceRow).insert(rows.slice(at, at + chunk).map((row) => ({ ...row, townId })));
  }

  /** Rows of one session that settled alike are written together. */
  async settle({ townId }: TownScope, sessionId: string, rows: readonly AttendanceRow[]): Promise<void> {
    const alike = new Map<string, AttendanceRow[]>();
    for (const row of rows) {
      const key = [row.status, row.way, row.markedBy, row.differs, row.hours].join();
      alike.set(key, [...(alike.get(key) ?? []), row]);
    }
    for (const same of alike.values()) {
      const [{ status, way, markedBy, differs, hours }] = same as [AttendanceRow];
      await this.database.rows(AttendanceRow).update({ townId, sessionId, memberId: In(same.map(({ memberId }) => memberId)) }, { status, way, markedBy, differs, hours });
    }
  }

  async giveHours({ townId }: TownScope, sessionId: string, statuses: readonly AttendanceStatus[], hours: number): Promise<void> {
    await this.database.rows(AttendanceRow).update({ townId, sessionId, status: In([...statuses]) }, { hours });
  }

  async noteSpoken({ townId }: TownScope, sessionId: string, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length > 0) await this.database.rows(AttendanceRow).update({ townId, sessionId, memberId: In([...memberIds]) }, { spoke: true });
  }

  async deleteOf({ townId }: TownScope, sessionId: string): Promise<void> {
    await this.database.rows(AttendanceRow).delete({ townId, sessionId });
  }
}
