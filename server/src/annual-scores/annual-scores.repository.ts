import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import type { Bound } from '../platform/database/prepared.ts';
import { AnnualScoreRow } from './annual-score.entity.ts';

export interface GroupCount {
  readonly groupId: string | null;
  readonly people: number;
  readonly graded: number;
  readonly tied: number;
}

const chunk = 100;
const columns = 'town_id, year, member_id, group_id, t, performance, score_grade, grade, needs_decision, reason, facts';
/** Rows of one statement, which is prepared once; what is left over goes one by one. */
const together = 50;
const one = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const insertOne = `INSERT INTO annual_scores (${columns}) VALUES ${one}`;
const insertMany = `INSERT INTO annual_scores (${columns}) VALUES ${Array.from({ length: together }, () => one).join(', ')}`;

@Injectable()
export class AnnualScoresRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, year: string, memberId: string): Promise<AnnualScoreRow | null> {
    return this.database.rows(AnnualScoreRow).findOneBy({ townId, year, memberId });
  }

  /** In the order of ids. */
  ofGroup({ townId }: TownScope, year: string, groupId: string | null): Promise<AnnualScoreRow[]> {
    return this.database.rows(AnnualScoreRow).find({ where: { townId, year, groupId: groupId ?? IsNull() }, order: { memberId: 'ASC' } });
  }

  tied({ townId }: TownScope, year: string): Promise<AnnualScoreRow[]> {
    return this.database.rows(AnnualScoreRow).find({ where: { townId, year, needsDecision: true }, order: { memberId: 'ASC' } });
  }

  async countByGroup({ townId }: TownScope, year: string): Promise<GroupCount[]> {
    const rows = await this.database
      .rows(AnnualScoreRow)
      .createQueryBuilder('score')
      .select('score.groupId', 'groupId')
      .addSelect('COUNT(*)', 'people')
      .addSelect('COUNT(score.t)', 'graded')
      .addSelect('SUM(CASE WHEN score.needsDecision = :tied THEN 1 ELSE 0 END)', 'tied')
      .where('score.townId = :townId AND score.year = :year', { townId, year, tied: true })
      .groupBy('score.groupId')
      .getRawMany<{ groupId: string | null; people: string; graded: string; tied: string }>();
    return rows.map(({ groupId, people, graded, tied }) => ({ groupId, people: Number(people), graded: Number(graded), tied: Number(tied) }));
  }

  /** Written by hand (decision 010), as a month's scores are. */
  async insert({ townId }: TownScope, rows: readonly Omit<AnnualScoreRow, 'townId'>[]): Promise<void> {
    const whole = rows.length - (rows.length % together);
    for (let at = 0; at < whole; at += together) await this.database.run(insertMany, rows.slice(at, at + together).flatMap((row) => valuesOf(townId, row)));
    for (const row of rows.slice(whole)) await this.database.run(insertOne, valuesOf(townId, row));
  }

  async change({ townId }: TownScope, year: string, memberIds: readonly string[], changes: Pick<AnnualScoreRow, 'grade' | 'needsDecision'>): Promise<void> {
    for (let at = 0; at < memberIds.length; at += chunk) await this.database.rows(AnnualScoreRow).update({ townId, year, memberId: In(memberIds.slice(at, at + chunk)) }, changes);
  }

  async deleteOf({ townId }: TownScope, year: string): Promise<void> {
    await this.database.rows(AnnualScoreRow).delete({ townId, year });
  }
}

function valuesOf(townId: string, { year, memberId, groupId, t, performance, scoreGrade, grade, needsDecision, reason, facts }: Omit<AnnualScoreRow, 'townId'>): Bound[] {
  return [townId, year, memberId, groupId, t, performance, scoreGrade, grade, Number(needsDecision), reason, JSON.stringify(facts)];
}
