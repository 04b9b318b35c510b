import { Injectable } from '@nestjs/common';
import { type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { In, IsNull } from 'typeorm';
import type { SystemScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import type { Bound } from '../platform/database/prepared.ts';
import { VoteBox } from './vote-box.entity.ts';
import { VoteCount } from './vote-count.entity.ts';
import { VoteFlag } from './vote-flag.entity.ts';
import { VoteOpening } from './vote-opening.entity.ts';

/** Rows of one statement, which is prepared once. */
const together = 50;

interface Increment {
  readonly rateeIds: readonly string[];
  readonly grade: Grade;
  readonly by: number;
}

/** Flags, counters and boxes. What reads one person's vote together is nowhere here: no statement joins flags and counters. */
@Injectable()
export class VotesRepository {
  constructor(private readonly database: Database) {}

  opening({ townId }: TownScope, month: string): Promise<VoteOpening | null> {
    return this.database.rows(VoteOpening).findOneBy({ townId, month });
  }

  async begin({ townId }: SystemScope, month: string): Promise<void> {
    await this.database.rows(VoteOpening).insert({ townId, month, through: null, done: false });
  }

  isBegun(error: unknown): boolean {
    return this.database.isUnique(error, 'pk_vote_openings');
  }

  /** False when another replica has moved it: the chunk is that one's. */
  async advance({ townId }: SystemScope, { month, through }: VoteOpening, changes: Partial<Pick<VoteOpening, 'through' | 'done'>>): Promise<boolean> {
    const { affected } = await this.database.rows(VoteOpening).update({ townId, month, done: false, through: through ?? IsNull() }, changes);
    return affected === 1;
  }

  async layOut({ townId }: SystemScope, month: string, people: readonly { memberId: string; circleId: string; start: Readonly<Record<Grade, number>>; startCipher: string }[]): Promise<void> {
    await this.insert('INSERT INTO vote_flags (town_id, month, voter_id, circle_id, cast, paper) VALUES', people.map(({ memberId, circleId }) => [townId, month, memberId, circleId, 0, 0]));
    const counts = people.map(({ memberId, circleId, start, startCipher }) => [townId, month, memberId, circleId, ...grades.map((grade) => start[grade]), startCipher]);
    await this.insert(`INSERT INTO vote_counts (town_id, month, ratee_id, circle_id, ${grades.join(', ')}, start_cipher) VALUES`, counts);
  }

  /** A box for every circle, once all flags are there. */
  async layOutBoxes({ townId }: SystemScope, month: string, leastPeople: number): Promise<void> {
    const columns = 'town_id, month, circle_id, people, votes, voted, handed, counting, added';
    const sql = `INSERT INTO vote_boxes (${columns}) SELECT town_id, month, circle_id, COUNT(*), CASE WHEN COUNT(*) >= ? THEN 1 ELSE 0 END, 0, 0, 0, 0 FROM vote_flags WHERE town_id = ? AND month = ? GROUP BY town_id, month, circle_id`;
    await this.database.run(sql, [leastPeople, townId, month]);
  }

  flag({ townId }: TownScope, month: string, voterId: string): Promise<VoteFlag | null> {
    return this.database.rows(VoteFlag).findOneBy({ townId, month, voterId });
  }

  box({ townId }: TownScope, month: string, circleId: string): Promise<VoteBox | null> {
    return this.database.rows(VoteBox).findOneBy({ townId, month, circleId });
  }

  boxes({ townId }: TownScope, month: string): Promise<VoteBox[]> {
    return this.database.rows(VoteBox).findBy({ townId, month });
  }

  boxesNamed({ townId }: TownScope, month: string, circleIds: readonly string[]): Promise<VoteBox[]> {
    return this.database.rows(VoteBox).findBy({ townId, month, circleId: In([...circleIds]) });
  }

  /** Whoever rates and is rated in a circle, in the order of ids. */
  async people({ townId }: TownScope, month: string, circleId: string): Promise<string[]> {
    const rows = await this.database.rows(VoteCount).find({ select: { townId: true, month: true, rateeId: true }, where: { townId, month, circleId }, order: { rateeId: 'ASC' } });
    return rows.map(({ rateeId }) => rateeId);
  }

  /** Whoever holds a paper ballot of that circle. */
  async holders({ townId }: TownScope, month: string, circleId: string): Promise<string[]> {
    const rows = await this.database.rows(VoteFlag).findBy({ townId, month, circleId, paper: true });
    return rows.map(({ voterId }) => voterId);
  }

  counts({ townId }: TownScope, month: string, rateeIds: readonly string[]): Promise<VoteCount[]> {
    return this.database.rows(VoteCount).findBy({ townId, month, rateeId: In([...rateeIds]) });
  }

  countsOfCircle({ townId }: TownScope, month: string, circleId: string): Promise<VoteCount[]> {
    return this.database.rows(VoteCount).findBy({ townId, month, circleId });
  }

  /** Also the lock by which the voters of a circle come one after the other. */
  async changeBox({ townId }: TownScope, { month, circleId }: Pick<VoteBox, 'month' | 'circleId'>, by: { voted?: number; handed?: number }): Promise<void> {
    await this.database.run('UPDATE vote_boxes SET voted = voted + ?, handed = handed + ? WHERE town_id = ? AND month = ? AND circle_id = ?', [by.voted ?? 0, by.handed ?? 0, townId, month, circleId]);
  }

  async setBox({ townId }: TownScope, { month, circleId }: Pick<VoteBox, 'month' | 'circleId'>, changes: Pick<Partial<VoteBox>, 'counting' | 'added'>): Promise<void> {
    await this.database.rows(VoteBox).update({ townId, month, circleId }, changes);
  }

  /** False for whoever has voted already, or does not vote in that circle. */
  async turnFlag({ townId }: TownScope, { month, circleId }: Pick<VoteBox, 'month' | 'circleId'>, voterId: string, paper: boolean): Promise<boolean> {
    return (await this.database.rows(VoteFlag).update({ townId, month, circleId, voterId, cast: false }, { cast: true, paper })).affected === 1;
  }

  /** False for whoever holds no paper ballot. */
  async turnBack({ townId }: TownScope, { month, circleId }: Pick<VoteBox, 'month' | 'circleId'>, voterId: string): Promise<boolean> {
    return (await this.database.rows(VoteFlag).update({ townId, month, circleId, voterId, paper: true }, { cast: false, paper: false })).affected === 1;
  }

  async forgetHolders({ townId }: TownScope, { month, circleId }: Pick<VoteBox, 'month' | 'circleId'>): Promise<void> {
    await this.database.rows(VoteFlag).update({ townId, month, circleId, paper: true }, { paper: false });
  }

  async count({ townId }: TownScope, month: string, { rateeIds, grade, by }: Increment): Promise<void> {
    if (rateeIds.length > 0 && by > 0) await this.database.rows(VoteCount).increment({ townId, month, rateeId: In([...rateeIds]) }, grade, by);
  }

  private async insert(into: string, rows: readonly (readonly Bound[])[]): Promise<void> {
    for (let at = 0; at < rows.length; at += together) {
      const some = rows.slice(at, at + together);
      const one = `(${(some[0] ?? []).map(() => '?').join(', ')})`;
      await this.database.run(`${into} ${some.map(() => one).join(', ')}`, some.flat());
    }
  }
}
