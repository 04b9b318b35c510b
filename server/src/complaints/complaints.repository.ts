import { Injectable } from '@nestjs/common';
import type { ComplaintState } from '@weidangxiao/shared/rules/complaint.ts';
import { LessThan, LessThanOrEqual } from 'typeorm';
import type { HostScope, PersonScope, SystemScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Complaint } from './complaint.entity.ts';

type Answered = Pick<Complaint, 'answerText' | 'answeredOn' | 'answeredFrom' | 'answeredBy'>;

@Injectable()
export class ComplaintsRepository {
  constructor(private readonly database: Database) {}

  /** To the town; what is addressed to the district is not there. */
  toTown({ townId }: TownScope, id: string): Promise<Complaint | null> {
    return this.database.rows(Complaint).findOneBy({ townId, id, addressee: 'town' });
  }

  own({ townId, memberId }: PersonScope, id: string): Promise<Complaint | null> {
    return this.database.rows(Complaint).findOneBy({ townId, id, memberId });
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<Complaint | null> {
    return this.database.rows(Complaint).findOneBy({ townId, memberId, clientId });
  }

  byReceipt({ townId }: TownScope, receiptIndex: string): Promise<Complaint | null> {
    return this.database.rows(Complaint).findOneBy({ townId, receiptIndex });
  }

  pageOfTown({ townId }: TownScope, state: ComplaintState, skip: number, take: number): Promise<[Complaint[], number]> {
    const direction = state === 'open' ? 'ASC' : 'DESC';
    return this.database.rows(Complaint).findAndCount({ where: { townId, addressee: 'town', state }, order: { receivedOn: direction, id: 'ASC' }, skip, take });
  }

  pageOfOwn({ townId, memberId }: PersonScope, skip: number, take: number): Promise<[Complaint[], number]> {
    return this.database.rows(Complaint).findAndCount({ where: { townId, memberId }, order: { receivedOn: 'DESC', id: 'ASC' }, skip, take });
  }

  /** Of any town: what waits for the district today, or what it has answered. */
  escalated(_: HostScope, id: string, today: string): Promise<Complaint | null> {
    return this.database.rows(Complaint).findOneBy([
      { id, state: 'open', toDistrictOn: LessThanOrEqual(today) },
      { id, answeredFrom: 'district' },
    ]);
  }

  pageOfEscalated(_: HostScope, state: ComplaintState, today: string, skip: number, take: number): Promise<[Complaint[], number]> {
    const rows = this.database.rows(Complaint);
    if (state === 'open') return rows.findAndCount({ where: { state, toDistrictOn: LessThanOrEqual(today) }, order: { toDistrictOn: 'ASC', id: 'ASC' }, skip, take });
    return rows.findAndCount({ where: { answeredFrom: 'district' }, order: { answeredOn: 'DESC', id: 'ASC' }, skip, take });
  }

  async insert({ townId }: TownScope, complaint: Complaint): Promise<void> {
    await this.database.rows(Complaint).insert({ ...complaint, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_complaints_client') || this.database.isUnique(error, 'uq_complaints_receipt');
  }

  /** False when somebody was faster. */
  async answer({ townId, id }: Pick<Complaint, 'townId' | 'id'>, answer: Answered): Promise<boolean> {
    const { affected } = await this.database.rows(Complaint).update({ townId, id, state: 'open' }, { ...answer, state: 'answered' });
    return affected === 1;
  }

  /** Of days that are over, in an order that says nothing. */
  untraced({ townId }: SystemScope, before: string, take: number): Promise<Complaint[]> {
    return this.database.rows(Complaint).find({ where: { townId, traced: false, receivedOn: LessThan(before) }, order: { id: 'ASC' }, take });
  }

  /** False when another replica has done so. */
  async trace({ townId }: SystemScope, id: string): Promise<boolean> {
    return (await this.database.rows(Complaint).update({ townId, id, traced: false }, { traced: true })).affected === 1;
  }
}
