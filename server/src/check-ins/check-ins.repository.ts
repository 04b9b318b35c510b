import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { OwnScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import type { NewRow } from '../platform/database/prepared.ts';
import { CheckIn, type CheckInKind } from './check-in.entity.ts';

export const intoCheckIns = `
  INSERT INTO check_ins (town_id, id, member_id, monday, held_monday, state, kind, takeaway_cipher, voice_file_id, voice_seconds, client_id, entered_by,
    captured_at, received_at, decided_at, decided_by, decision_reason)`;

/** Within the town; whose check-ins a leader reaches is a question of the group, which the services ask of the members. */
@Injectable()
export class CheckInsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<CheckIn | null> {
    return this.database.rows(CheckIn).findOneBy({ townId, id });
  }

  byClientId({ townId }: TownScope, enteredBy: string, clientId: string): Promise<CheckIn | null> {
    return this.database.rows(CheckIn).findOneBy({ townId, enteredBy, clientId });
  }

  /** What takes the place of that Monday: counts, or waits for the leader. */
  holding({ townId }: TownScope, memberIds: readonly string[], mondays: readonly string[]): Promise<CheckIn[]> {
    return this.database.rows(CheckIn).findBy({ townId, memberId: In([...memberIds]), heldMonday: In([...mondays]) });
  }

  /** Newest last. */
  onMonday({ townId }: TownScope, memberIds: readonly string[], monday: string): Promise<CheckIn[]> {
    return this.database.rows(CheckIn).find({ where: { townId, memberId: In([...memberIds]), monday }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  waiting({ townId }: TownScope, memberIds: readonly string[]): Promise<CheckIn[]> {
    return this.database.rows(CheckIn).find({ where: { townId, memberId: In([...memberIds]), state: 'late' }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  page({ townId, memberId }: OwnScope, monday: string | undefined, skip: number, take: number): Promise<[CheckIn[], number]> {
    const where = { townId, memberId, ...(monday ? { monday } : {}) };
    return this.database.rows(CheckIn).findAndCount({ where, order: { monday: 'DESC', receivedAt: 'DESC', id: 'DESC' }, skip, take });
  }

  async countCounting({ townId }: TownScope, monday: string): Promise<Map<CheckInKind, number>> {
    const rows = await this.database
      .rows(CheckIn)
      .createQueryBuilder('checkIn')
      .select('checkIn.kind', 'kind')
      .addSelect('COUNT(*)', 'count')
      .where('checkIn.townId = :townId AND checkIn.monday = :monday AND checkIn.state = :state', { townId, monday, state: 'counts' })
      .groupBy('checkIn.kind')
      .getRawMany<{ kind: CheckInKind; count: string }>();
    return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
  }

  /** Ids of those who checked in for one of these Mondays, or whose check-in waits for the leader; made one here, since DISTINCT would lead SQLite through all years. */
  async membersOn({ townId }: TownScope, mondays: readonly string[]): Promise<string[]> {
    const rows = await this.database
      .rows(CheckIn)
      .createQueryBuilder('checkIn')
      .select('checkIn.memberId', 'memberId')
      .where("checkIn.townId = :townId AND checkIn.monday IN (:...mondays) AND checkIn.state IN ('counts', 'late')", { townId, mondays })
      .getRawMany<{ memberId: string }>();
    return [...new Set(rows.map(({ memberId }) => memberId))];
  }

  rowOf(checkIn: CheckIn): NewRow {
    const { townId, id, memberId, monday, heldMonday, state, kind, takeawayCipher, voiceFileId, voiceSeconds, clientId, enteredBy } = checkIn;
    const { capturedAt, receivedAt, decidedAt, decidedBy, decisionReason } = checkIn;
    const content = [takeawayCipher, voiceFileId, voiceSeconds, clientId, enteredBy];
    return { into: intoCheckIns, values: [townId, id, memberId, monday, heldMonday, state, kind, ...content, capturedAt, receivedAt, decidedAt, decidedBy, decisionReason] };
  }

  insert(checkIn: CheckIn): Promise<void> {
    return this.database.insert([this.rowOf(checkIn)]);
  }

  /** Was an insert refused because that Monday, or that client id, is taken by now? */
  isTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_check_ins_monday') || this.database.isUnique(error, 'uq_check_ins_client');
  }

  /** Only while it waits: false when another leader was faster. */
  async decide({ townId }: TownScope, id: string, decision: Pick<CheckIn, 'state' | 'heldMonday' | 'decidedAt' | 'decidedBy' | 'decisionReason'>): Promise<boolean> {
    const { affected } = await this.database.rows(CheckIn).update({ townId, id, state: 'late' }, decision);
    return affected === 1;
  }
}
