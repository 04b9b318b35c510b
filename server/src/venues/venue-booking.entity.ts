import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A venue for a while, for a group, the town, or a study session. One that was ended early or given up stays as a row. */
@Entity('venue_bookings')
@Index('uq_venue_bookings_client', ['townId', 'bookedBy', 'clientId'], { unique: true })
@Index('uq_venue_bookings_session', ['townId', 'heldSessionId'], { unique: true })
@Index('ix_venue_bookings_venue', ['townId', 'venueId', 'endsAt'])
@Index('ix_venue_bookings_time', ['townId', 'endsAt'])
export class VenueBooking {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() venueId!: string;
  @Instant() startsAt!: number;
  @Instant() endsAt!: number;
  /** For whom; null for the town. */
  @Id({ nullable: true }) groupId!: string | null;
  @Id({ nullable: true }) sessionId!: string | null;
  /** The same while the booking stands, null once it has ended: a session holds one venue at a time. */
  @Id({ nullable: true }) heldSessionId!: string | null;
  @Text(60) purpose!: string;
  /** Null for a job or a seed. */
  @Id({ nullable: true }) bookedBy!: string | null;
  /** Made by the phone; null for what a session booked. */
  @Id({ nullable: true }) clientId!: string | null;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) endedAt!: number | null;
  @Id({ nullable: true }) endedBy!: string | null;
}
