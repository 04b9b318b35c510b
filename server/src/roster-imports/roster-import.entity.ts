import { Entity, Index } from 'typeorm';
import { Cipher, Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** An uploaded roster on its way into the town. What the sheet says of people is sealed, and deleted after a month. */
@Entity('roster_imports')
@Index('ix_roster_imports_created', ['townId', 'createdAt'])
export class RosterImport {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(120) fileName!: string;
  @Text(10) state!: 'read' | 'written' | 'withdrawn';
  /** Goes up with every correction. */
  @Whole() revision!: number;
  /** Of what would be written, as a person saw it last. */
  @Text(43) digest!: string;
  /** `ReadRoster`. */
  @Cipher() sheetCipher!: string;
  /** `Corrections`. */
  @Cipher() correctionsCipher!: string;
  /** `Result`: what it came to when it was written. */
  @Cipher({ nullable: true }) resultCipher!: string | null;
  /** `Undo`: what a withdrawal needs. */
  @Cipher({ nullable: true }) undoCipher!: string | null;
  @Instant() createdAt!: number;
  @Id() createdBy!: string;
  @Instant({ nullable: true }) writtenAt!: number | null;
  @Instant({ nullable: true }) withdrawnAt!: number | null;
}
