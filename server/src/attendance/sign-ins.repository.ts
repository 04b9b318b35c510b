import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Not } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { SignInCode } from './sign-in-code.entity.ts';
import { SignIn } from './sign-in.entity.ts';

/** More sessions never had the same digits within a memory. */
const mostWithDigits = 20;

@Injectable()
export class SignInsRepository {
  constructor(private readonly database: Database) {}

  codeOf({ townId }: TownScope, sessionId: string): Promise<SignInCode | null> {
    return this.database.rows(SignInCode).findOneBy({ townId, sessionId });
  }

  byScene({ townId }: TownScope, scene: string): Promise<SignInCode | null> {
    return this.database.rows(SignInCode).findOneBy({ townId, scene });
  }

  /** Newest first; digits come back after their session. */
  byDigits({ townId }: TownScope, digits: string): Promise<SignInCode[]> {
    return this.database.rows(SignInCode).find({ where: { townId, digits }, order: { closesAt: 'DESC', id: 'DESC' }, take: mostWithDigits });
  }

  /** Digits whose time is over may be given again. */
  async release({ townId }: TownScope, now: number): Promise<void> {
    await this.database.rows(SignInCode).update({ townId, closesAt: LessThanOrEqual(now), heldDigits: Not(IsNull()) }, { heldDigits: null });
  }

  async insertCode({ townId }: TownScope, code: Omit<SignInCode, 'townId'>): Promise<void> {
    await this.database.rows(SignInCode).insert({ ...code, townId });
  }

  areTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_sign_in_codes_digits');
  }

  isThere(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_sign_in_codes_session');
  }

  async closeCode({ townId }: TownScope, sessionId: string, closesAt: number): Promise<void> {
    await this.database.rows(SignInCode).update({ townId, sessionId }, { closesAt, heldDigits: null });
  }

  async moveCode({ townId }: TownScope, sessionId: string, window: Pick<SignInCode, 'opensAt' | 'closesAt'>): Promise<void> {
    await this.database.rows(SignInCode).update({ townId, sessionId }, window);
  }

  one({ townId }: TownScope, id: string): Promise<SignIn | null> {
    return this.database.rows(SignIn).findOneBy({ townId, id });
  }

  ofMember({ townId }: TownScope, sessionId: string, memberId: string): Promise<SignIn | null> {
    return this.database.rows(SignIn).findOneBy({ townId, sessionId, memberId });
  }

  /** Of the sessions that the caller leads; whoever waits oneself is no leader of it. */
  waiting(scope: TownScope, sessionId: string | undefined, skip: number, take: number): Promise<[SignIn[], number]> {
    const { sql, params } = within(scope, { town: 'signIn.townId', group: 'signIn.groupId' });
    const query = this.database.rows(SignIn).createQueryBuilder('signIn').where(sql, params).andWhere("signIn.state = 'waiting'");
    if (sessionId) query.andWhere('signIn.sessionId = :sessionId', { sessionId });
    return query.orderBy('signIn.receivedAt').addOrderBy('signIn.id').offset(skip).limit(take).getManyAndCount();
  }

  async insert({ townId }: TownScope, signIn: Omit<SignIn, 'townId'>): Promise<void> {
    await this.database.rows(SignIn).insert({ ...signIn, townId });
  }

  /** Waits already, or this phone's own repetition was faster. */
  isWaiting(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_sign_ins_once') || this.database.isUnique(error, 'pk_sign_ins');
  }

  /** Only while it waits: false when another leader was faster. */
  async decide({ townId }: TownScope, id: string, decision: Pick<SignIn, 'state' | 'decidedAt' | 'decidedBy' | 'reason'>): Promise<boolean> {
    const { affected } = await this.database.rows(SignIn).update({ townId, id, state: 'waiting' }, decision);
    return affected === 1;
  }
}
