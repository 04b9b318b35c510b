import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { AttendanceMark } from './attendance-mark.entity.ts';
import { SignInSheet } from './sign-in-sheet.entity.ts';

const chunk = 500;

@Injectable()
export class AttendanceMarksRepository {
  constructor(private readonly database: Database) {}

  known({ townId }: TownScope, ids: readonly string[]): Promise<AttendanceMark[]> {
    return this.database.rows(AttendanceMark).findBy({ townId, id: In([...ids]) });
  }

  async ofMembers({ townId }: TownScope, sessionId: string, memberIds: readonly string[]): Promise<AttendanceMark[]> {
    const found: AttendanceMark[] = [];
    for (let at = 0; at < memberIds.length; at += chunk) {
      found.push(...(await this.database.rows(AttendanceMark).findBy({ townId, sessionId, memberId: In(memberIds.slice(at, at + chunk)) })));
    }
    return found;
  }

  async insert({ townId }: TownScope, marks: readonly AttendanceMark[]): Promise<void> {
    for (let at = 0; at < marks.length; at += chunk) await this.database.rows(AttendanceMark).insert(marks.slice(at, at + chunk).map((mark) => ({ ...mark, townId })));
  }

  /** Was an insert refused because a mark of this id is there by now? */
  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'pk_attendance_marks');
  }

  sheet({ townId }: TownScope, id: string): Promise<SignInSheet | null> {
    return this.database.rows(SignInSheet).findOneBy({ townId, id });
  }

  async insertSheet({ townId }: TownScope, sheet: Omit<SignInSheet, 'townId'>): Promise<void> {
    await this.database.rows(SignInSheet).insert({ ...sheet, townId });
  }

  isKnownSheet(error: unknown): boolean {
    return this.database.isUnique(error, 'pk_sign_in_sheets');
  }
}
