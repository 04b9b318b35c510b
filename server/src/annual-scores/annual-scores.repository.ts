import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { AnnualScoreRow } from './annual-score.entity.ts';

export interface GroupCount {
  readonly groupId: string | null;
  readonly people: number;
  readonly graded: number;
  readonly tied: number;
}

const chunk = 100;

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

  async insert({ townId }: TownScope, rows: readonly Omit<AnnualScoreRow, 'townId'>[]): Promise<void> {
    for (let at = 0; at < rows.length; at += chunk) await this.database.rows(AnnualScoreRow).insert(rows.slice(at, at + chunk).map((row) => ({ ...row, townId })));
  }

  async change({ townId }: TownScope, year: string, memberIds: readonly string[], changes: Pick<AnnualScoreRow, 'grade' | 'needsDecision'>): Promise<void> {
    for (let at = 0; at < memberIds.length; at += chunk) await this.database.rows(AnnualScoreRow).update({ townId, year, memberId: In(memberIds.slice(at, at + chunk)) }, changes);
  }

  async deleteOf({ townId }: TownScope, year: string): Promise<void> {
    await this.database.rows(AnnualScoreRow).delete({ townId, year });
  }
}
