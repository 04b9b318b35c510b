import type { EquipmentState, VenueKind } from '@weidangxiao/shared/rules/venue.ts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

export interface Equipment {
  readonly item: string;
  readonly state: EquipmentState;
  readonly checkedOn: string;
  /** The member who looked; null for a seed or a job. */
  readonly checkedBy: string | null;
}

/** A place to study in. */
@Entity('venues')
@Index('uq_venues_name', ['townId', 'nameKey'], { unique: true })
export class Venue {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(40) name!: string;
  /** The name while it is open; a closed one's carries its id, so that the name is free again. */
  @Text(80) nameKey!: string;
  @Text(24) kind!: VenueKind;
  @Text(120) address!: string;
  /** Whose own place it is; null for the town's. */
  @Id({ nullable: true }) groupId!: string | null;
  /** Millionths of a degree, a tenth of a metre; both or neither. */
  @Whole({ nullable: true }) latitudeMicro!: number | null;
  @Whole({ nullable: true }) longitudeMicro!: number | null;
  @Whole() seats!: number;
  @Id({ nullable: true }) keeperId!: string | null;
  @Json() equipment!: Equipment[];
  /** Goes up with every booking: writing it is the lock under which bookings take turns. */
  @Whole() bookingTurn!: number;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) closedAt!: number | null;
}
