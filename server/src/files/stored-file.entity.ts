import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

export type FilePurpose = 'takeaway' | 'reflection' | 'lesson' | 'session' | 'evidence';

/** Whose a file is and who may see it; its bytes lie in the FileStore under the same id and never change. */
@Entity('stored_files')
@Index('ix_stored_files_owner', ['townId', 'ownerId', 'createdAt'])
export class StoredFile {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(20) purpose!: FilePurpose;
  /** Null for what a seed or a job put there. */
  @Id({ nullable: true }) ownerId!: string | null;
  @Text(100) contentType!: string;
  @Whole() bytes!: number;
  /** Hex. */
  @Text(64) sha256!: string;
  /** Pixels as they are shown, for images. */
  @Whole({ nullable: true }) width!: number | null;
  @Whole({ nullable: true }) height!: number | null;
  @Instant() createdAt!: number;
  /** Since when everybody whom its purpose allows may see it: with the theme that was sent, or the reflection published. */
  @Instant({ nullable: true }) publishedAt!: number | null;
  /** Another one each time that a noun takes the file, so that whoever sweeps sees that it was taken in the meantime. */
  @Id({ nullable: true }) takeToken!: string | null;
  /** Since when a replica sweeps it away, because nothing refers to it: from then on it is not there for anybody. */
  @Instant({ nullable: true }) doomedAt!: number | null;
}
