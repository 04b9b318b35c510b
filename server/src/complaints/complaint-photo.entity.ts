import { Entity, Index } from 'typeorm';
import { DateText, Id, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A picture for a complaint. Unlike a stored file it has no owner, no time, and neither size nor hash by which the same picture is found elsewhere. */
@Entity({ name: 'complaint_photos', withoutRowid: true })
@Index('ix_complaint_photos_kept', ['townId', 'complaintId', 'keptOn'])
export class ComplaintPhoto {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(100) contentType!: string;
  @DateText() keptOn!: string;
  /** Null until a complaint takes it; what none takes is swept. */
  @Id({ nullable: true }) complaintId!: string | null;
}
