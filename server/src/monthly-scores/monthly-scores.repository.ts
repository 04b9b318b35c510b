import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import type { Bound } from '../platform/database/prepared.ts';
import { MonthlyScoreRow } from './monthly-score.entity.ts';

const columns = 'town_id, month, member_id, group_id, exempt, rated, s, p, m, grade, facts, score_lines, rubric_version';
/** Rows of one statement, which is prepared once; what is left over goes one by one. */
const together = 50;
const one = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
export const insertOne = `INSERT INTO monthly_scores (${columns}) VALUES ${one}`;
export const insertMany = `INSERT INTO monthly_scores (${columns}) VALUES ${Array.from({ length: together }, () => one).join(', ')}`;

/** Written by hand (decision 010): a district closes its month in the hour in which everybody waits for it. */
@Injectable()
export class MonthlyScoresRepository {
  constructor(private readonly database: Database) {}

  some({ townId }: TownScope, month: string, memberIds: readonly string[]): Promise<MonthlyScoreRow[]> {
    return this.database.rows(MonthlyScoreRow).findBy({ townId, month, memberId: In([...memberIds]) });
  }

  after({ townId }: TownScope, month: string, afterId: string, take: number): Promise<MonthlyScoreRow[]> {
    return this.database.rows(MonthlyScoreRow).find({ where: { townId, month, memberId: MoreThan(afterId) }, order: { memberId: 'ASC' }, take });
  }

  pageOfGroup({ townId }: TownScope, month: string, groupId: string | null, skip: number, take: number): Promise<[MonthlyScoreRow[], number]> {
    return this.database.rows(MonthlyScoreRow).findAndCount({ where: { townId, month, groupId: groupId ?? IsNull() }, order: { memberId: 'ASC' }, skip, take });
  }

  ofMonths({ townId }: TownScope, months: readonly string[], memberIds: readonly string[]): Promise<MonthlyScoreRow[]> {
    return this.database.rows(MonthlyScoreRow).find({ where: { townId, memberId: In([...memberIds]), month: In([...months]) }, order: { memberId: 'ASC', month: 'ASC' } });
  }

  ofGroup({ townId }: TownScope, month: string, groupId: string): Promise<Pick<MonthlyScoreRow, 'facts'>[]> {
    return this.database.rows(MonthlyScoreRow).find({ select: { townId: true, month: true, memberId: true, facts: true }, where: { townId, month, groupId } });
  }

  /** Of one member, by month. */
  ofMember({ townId }: TownScope, memberId: string): Promise<MonthlyScoreRow[]> {
    return this.database.rows(MonthlyScoreRow).find({ where: { townId, memberId }, order: { month: 'ASC' } });
  }

  async countByGroup({ townId }: TownScope, month: string): Promise<Map<string | null, { people: number; rated: number }>> {
    const rows = await this.database
      .rows(MonthlyScoreRow)
      .createQueryBuilder('score')
      .select('score.groupId', 'groupId')
      .addSelect('COUNT(*)', 'people')
      .addSelect('COUNT(score.m)', 'rated')
      .where('score.townId = :townId AND score.month = :month', { townId, month })
      .groupBy('score.groupId')
      .getRawMany<{ groupId: string | null; people: string; rated: string }>();
    return new Map(rows.map(({ groupId, people, rated }) => [groupId, { people: Number(people), rated: Number(rated) }]));
  }

  async insert({ townId }: TownScope, rows: readonly Omit<MonthlyScoreRow, 'townId'>[]): Promise<void> {
    const whole = rows.length - (rows.length % together);
    for (let at = 0; at < whole; at += together) await this.database.run(insertMany, rows.slice(at, at + together).flatMap((row) => valuesOf(townId, row)));
    for (const row of rows.slice(whole)) await this.database.run(insertOne, valuesOf(townId, row));
  }

  async change({ townId }: TownScope, { month, memberId, rated, s, p, m, grade }: Omit<MonthlyScoreRow, 'townId'>): Promise<void> {
    await this.database.run('UPDATE monthly_scores SET rated = ?, s = ?, p = ?, m = ?, grade = ? WHERE town_id = ? AND month = ? AND member_id = ?', [Number(rated), s, p, m, grade, townId, month, memberId]);
  }
}

function valuesOf(townId: string, { month, memberId, groupId, exempt, rated, s, p, m, grade, facts, scoreLines, rubricVersion }: Omit<MonthlyScoreRow, 'townId'>): Bound[] {
  return [townId, month, memberId, groupId, exempt, Number(rated), s, p, m, grade, JSON.stringify(facts), JSON.stringify(scoreLines), rubricVersion];
}
