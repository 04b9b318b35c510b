import { Entity, Index } from 'typeorm';
import { Key, Text, TownKey } from '../platform/database/columns.ts';

/** A word of the town's own on a member, such as 养蜂户. The five tags that the source names are on the member itself. */
@Entity('member_own_tags')
@Index('ix_member_own_tags_word', ['townId', 'word', 'memberId'])
export class MemberOwnTag {
  @TownKey() townId!: string;
  @Key() memberId!: string;
  @Key() word!: string;
}
