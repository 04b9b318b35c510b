import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { Between, LessThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { ThemeCorrection } from './theme-correction.entity.ts';
import { Theme } from './theme.entity.ts';

/** What has not been sent is seen by whoever reaches the whole town; what was sent is the town's public face. */
@Injectable()
export class ThemesRepository {
  constructor(private readonly database: Database) {}

  private scoped(scope: TownScope): SelectQueryBuilder<Theme> {
    const { sql, params } = within(scope, { town: 'theme.townId' });
    return this.database.rows(Theme).createQueryBuilder('theme').where(sql, params);
  }

  one(scope: TownScope, id: string): Promise<Theme | null> {
    return this.scoped(scope).andWhere('theme.id = :id', { id }).getOne();
  }

  onMonday(scope: TownScope, monday: string): Promise<Theme | null> {
    return this.scoped(scope).andWhere('theme.monday = :monday', { monday }).getOne();
  }

  between(scope: TownScope, from: string, to: string): Promise<Theme[]> {
    return this.scoped(scope).andWhere('theme.monday BETWEEN :from AND :to', { from, to }).orderBy('theme.monday').getMany();
  }

  unsentBefore(scope: TownScope, monday: string): Promise<Theme[]> {
    return this.scoped(scope)
      .andWhere('theme.state IN (:...unsent) AND theme.monday < :monday', { unsent: ['draft', 'in_review', 'scheduled'], monday })
      .orderBy('theme.monday')
      .getMany();
  }

  lastSent(scope: TownScope, upTo: string): Promise<Theme | null> {
    return this.database.rows(Theme).findOne({ where: { townId: scope.townId, state: 'sent', monday: LessThanOrEqual(upTo) }, order: { monday: 'DESC' } });
  }

  sentOn(scope: TownScope, monday: string): Promise<Theme | null> {
    return this.database.rows(Theme).findOneBy({ townId: scope.townId, monday, state: 'sent' });
  }

  sentBetween(scope: TownScope, from: string, to: string): Promise<Pick<Theme, 'monday' | 'title' | 'lessonIds'>[]> {
    const where = { townId: scope.townId, state: 'sent' as const, monday: Between(from, to) };
    return this.database.rows(Theme).find({ select: { monday: true, title: true, lessonIds: true }, where, order: { monday: 'ASC' } });
  }

  /** Newest first. */
  corrections(scope: TownScope, themeId: string): Promise<ThemeCorrection[]> {
    return this.database.rows(ThemeCorrection).find({ where: { townId: scope.townId, themeId }, order: { revision: 'DESC' } });
  }

  async insertCorrection(scope: TownScope, correction: Omit<ThemeCorrection, 'townId'>): Promise<void> {
    await this.database.rows(ThemeCorrection).insert({ ...correction, townId: scope.townId });
  }

  /** @throws AppError THEME_WEEK_TAKEN */
  async insert(scope: TownScope, theme: Omit<Theme, 'townId'>): Promise<void> {
    try {
      await this.database.rows(Theme).insert({ ...theme, townId: scope.townId });
    } catch (error) {
      if (this.database.isUnique(error, 'uq_themes_monday')) throw new AppError('THEME_WEEK_TAKEN', { field: 'monday' });
      throw error;
    }
  }

  /** Only while it is still as `seen`: false when somebody else was faster. */
  async update(scope: TownScope, seen: Theme, changes: Partial<Theme>): Promise<boolean> {
    const { id, state, revision } = seen;
    const { affected } = await this.database.rows(Theme).update({ townId: scope.townId, id, state, revision }, changes);
    return affected === 1;
  }

  async delete(scope: TownScope, seen: Theme): Promise<boolean> {
    const { id, state, revision } = seen;
    const { affected } = await this.database.rows(Theme).delete({ townId: scope.townId, id, state, revision });
    return affected === 1;
  }
}
