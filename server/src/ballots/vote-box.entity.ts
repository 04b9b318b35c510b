import { Entity } from 'typeorm';
import { Flag, Key, TownKey, Whole } from '../platform/database/columns.ts';

/** Those who rate each other in a month: how many they are, how many have voted, and how far their paper is. */
@Entity({ name: 'vote_boxes', withoutRowid: true })
export class VoteBox {
  @TownKey() townId!: string;
  @Key() month!: string;
  @Key() circleId!: string;
  @Whole() people!: number;
  /** They are enough for a valid vote. */
  @Flag() votes!: boolean;
  @Whole() voted!: number;
  /** Paper ballots handed out, among those voted. */
  @Whole() handed!: number;
  /** Somebody has entered counts: no more paper goes out or comes back. */
  @Flag() counting!: boolean;
  @Flag() added!: boolean;
}
