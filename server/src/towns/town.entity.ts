import { Entity, Index } from 'typeorm';
import { DateText, Instant, Key, Text, Whole } from '../platform/database/columns.ts';

/** A tenant: a township with a school of its own name. Everything else leads its keys with this id. */
@Entity('towns')
@Index('uq_towns_code', ['code'], { unique: true })
export class Town {
  @Key() id!: string;
  /** In share cards and codes; how a guest finds the town. */
  @Text(32) code!: string;
  @Text(40) name!: string;
  @Text(40) schoolName!: string;
  @DateText() foundedOn!: string;
  @Text(20, { nullable: true }) contactPhone!: string | null;
  @Instant() createdAt!: number;
  /** Counted up by whoever takes the town's turn. */
  @Whole({ nullable: true }) turn!: number | null;
}
