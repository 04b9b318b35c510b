import type { PaperTally } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { Entity } from 'typeorm';
import { Json, Key, TownKey, Whole } from '../platform/database/columns.ts';

/** What one of two people counted out of a box; gone as soon as both agree. */
@Entity({ name: 'paper_tallies', withoutRowid: true })
export class PaperTallyRow implements PaperTally {
  @TownKey() townId!: string;
  @Key() month!: string;
  @Key() circleId!: string;
  @Key() enteredBy!: string;
  @Whole() ballots!: number;
  @Json() counts!: PaperTally['counts'];
}
