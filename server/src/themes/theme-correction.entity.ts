import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** What was changed in a theme after it was sent; everybody who reads the week sees it. */
@Entity('theme_corrections')
@Index('uq_theme_corrections_revision', ['townId', 'themeId', 'revision'], { unique: true })
export class ThemeCorrection {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() themeId!: string;
  /** The theme's revision that it led to. */
  @Whole() revision!: number;
  @Text(200) note!: string;
  @Instant() at!: number;
  @Id() madeBy!: string;
}
