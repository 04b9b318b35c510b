import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, TownKey } from '../platform/database/columns.ts';

/** A printed sign-in sheet that was entered. Its id is made by the phone that entered it. */
@Entity('sign_in_sheets')
@Index('ix_sign_in_sheets_session', ['townId', 'sessionId'])
export class SignInSheet {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() sessionId!: string;
  /** A photo of the signed page. */
  @Id({ nullable: true }) photoFileId!: string | null;
  @Id() enteredBy!: string;
  @Instant() enteredAt!: number;
}
