import { Injectable } from '@nestjs/common';
import { frozenStates, type ObjectionAbout, type ObjectionState } from '@weidangxiao/shared/rules/objection.ts';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import { In, IsNull, Not } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { ObjectionAnswer } from './objection-answer.entity.ts';
import { Objection } from './objection.entity.ts';

const frozen = In([...frozenStates]);

@Injectable()
export class ObjectionsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<Objection | null> {
    return this.database.rows(Objection).findOneBy({ townId, id });
  }

  byClientId({ townId }: TownScope, clientId: string): Promise<Objection | null> {
    return this.database.rows(Objection).findOneBy({ townId, clientId });
  }

  /** One that still waits about the same line. */
  waiting({ townId }: TownScope, of: { kind: PublicationKind; period: string; memberId: string; about: ObjectionAbout }): Promise<Objection | null> {
    return this.database.rows(Objection).findOneBy({ townId, ...of, state: frozen });
  }

  /** Whose lines are frozen, of these people. */
  async frozenAmong({ townId }: TownScope, kind: PublicationKind, period: string, memberIds: readonly string[]): Promise<Set<string>> {
    if (memberIds.length === 0) return new Set();
    const rows = await this.database.rows(Objection).find({ select: { memberId: true }, where: { townId, kind, period, memberId: In([...memberIds]), state: frozen } });
    return new Set(rows.map(({ memberId }) => memberId));
  }

  countFrozen({ townId }: TownScope, kind: PublicationKind, periods: readonly string[]): Promise<number> {
    return this.database.rows(Objection).countBy({ townId, kind, period: In([...periods]), state: frozen });
  }

  pageOfMember({ townId, memberId }: PersonScope, skip: number, take: number): Promise<[Objection[], number]> {
    return this.database.rows(Objection).findAndCount({ where: { townId, memberId }, order: { receivedAt: 'DESC', id: 'ASC' }, skip, take });
  }

  page({ townId }: TownScope, show: 'waiting' | 'settled', skip: number, take: number): Promise<[Objection[], number]> {
    const state = show === 'waiting' ? frozen : Not(frozen);
    return this.database.rows(Objection).findAndCount({ where: { townId, state }, order: { receivedAt: show === 'waiting' ? 'ASC' : 'DESC', id: 'ASC' }, skip, take });
  }

  async insert({ townId }: TownScope, objection: Omit<Objection, 'townId'>): Promise<void> {
    await this.database.rows(Objection).insert({ ...objection, townId });
  }

  /** False when somebody else was faster. */
  async move({ townId }: TownScope, { id, state: from }: Pick<Objection, 'id' | 'state'>, changes: Partial<Objection> & { state: ObjectionState }): Promise<boolean> {
    const { affected } = await this.database.rows(Objection).update({ townId, id, state: from }, changes);
    return affected === 1;
  }

  /** By objection, in the order of steps. */
  async answers({ townId }: TownScope, objectionIds: readonly string[]): Promise<ObjectionAnswer[]> {
    if (objectionIds.length === 0) return [];
    return this.database.rows(ObjectionAnswer).find({ where: { townId, objectionId: In([...objectionIds]) }, order: { objectionId: 'ASC', step: 'ASC' } });
  }

  async insertAnswer({ townId }: TownScope, answer: Omit<ObjectionAnswer, 'townId'>): Promise<void> {
    await this.database.rows(ObjectionAnswer).insert({ ...answer, townId });
  }

  /** From the edition that was seen. False when somebody has changed or signed it meanwhile. */
  async changeAnswer({ townId }: TownScope, { id, edition }: Pick<ObjectionAnswer, 'id' | 'edition'>, changes: Partial<ObjectionAnswer>): Promise<boolean> {
    const { affected } = await this.database.rows(ObjectionAnswer).update({ townId, id, edition, settledOn: IsNull() }, { ...changes, edition: edition + 1 });
    return affected === 1;
  }
}
