import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A session's four digits and scene. */
@Entity('sign_in_codes')
@Index('uq_sign_in_codes_digits', ['townId', 'heldDigits'], { unique: true })
@Index('uq_sign_in_codes_session', ['townId', 'sessionId'], { unique: true })
@Index('uq_sign_in_codes_scene', ['townId', 'scene'], { unique: true })
@Index('ix_sign_in_codes_digits', ['townId', 'digits', 'closesAt'])
@Index('ix_sign_in_codes_closes', ['townId', 'closesAt'])
export class SignInCode {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() sessionId!: string;
  @Text(4) digits!: string;
  /** The digits again while nobody else in the town may have them; null once their time is over. */
  @Text(4, { nullable: true }) heldDigits!: string | null;
  @Text(32) scene!: string;
  @Instant() opensAt!: number;
  @Instant() closesAt!: number;
  @Id() createdBy!: string;
}
