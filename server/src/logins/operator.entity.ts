import { Entity } from 'typeorm';
import { Instant, Key, Text } from '../platform/database/columns.ts';

/** Somebody who hosts the deployment; belongs to no town. */
@Entity('operators')
export class Operator {
  @Key() id!: string;
  @Text(30) name!: string;
  @Instant() createdAt!: number;
}
