import type { ObjectionStep, Verdict } from '@weidangxiao/shared/rules/objection.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Hundredths, Id, Json, Key, LongText, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** The answer of one step. Until the third has signed it may be written anew, which begins the signing anew. */
@Entity('objection_answers')
@Index('uq_objection_answers_step', ['townId', 'objectionId', 'step'], { unique: true })
export class ObjectionAnswer {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() objectionId!: string;
  @Whole() step!: ObjectionStep;
  @Text(8) verdict!: Verdict;
  @LongText() text!: string;
  /** What S changes by where no record can be corrected. */
  @Hundredths({ nullable: true }) points!: number | null;
  /** Ids of members; whoever wrote it is the first. */
  @Json() signedBy!: string[];
  /** Goes up with every change: whoever signs has seen this one. */
  @Whole() edition!: number;
  @DateText({ nullable: true }) settledOn!: string | null;
}
