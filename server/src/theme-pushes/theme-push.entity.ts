import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** That a town's theme of one Monday went out; the round of its doorbells has its id. The key makes it one, whoever tries at the same moment. */
@Entity('theme_pushes')
@Index('uq_theme_pushes_monday', ['townId', 'monday'], { unique: true })
@Index('ix_theme_pushes_growing', ['expandedAt'])
export class ThemePush {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() themeId!: string;
  @DateText() monday!: string;
  /** As it was sent. */
  @Text(32) title!: string;
  @Instant() sentAt!: number;
  /** The last member who has a delivery: whoever goes on after a crash begins behind this one. */
  @Id({ nullable: true }) expandedTo!: string | null;
  @Instant({ nullable: true }) expandedAt!: number | null;
}
