import type { ColumnSetting } from '@weidangxiao/shared/rules/paperwork.ts';
import type { FormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { Entity, PrimaryColumn } from 'typeorm';
import { textKind } from '../platform/database/column-kinds.ts';
import { Id, Instant, Json, Text, TownKey } from '../platform/database/columns.ts';

/** How a town wants one of its forms. Without a row it is as it came. */
@Entity('form_settings')
export class FormSettingRow {
  @TownKey() townId!: string;
  @PrimaryColumn({ ...textKind(30) }) form!: FormKey;
  @Text(40, { nullable: true }) title!: string | null;
  /** In their order on paper. */
  @Json() columns!: ColumnSetting[];
  @Id() changedBy!: string;
  @Instant() changedAt!: number;
}
