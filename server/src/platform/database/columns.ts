import { Column, PrimaryColumn } from 'typeorm';
import {
  columnOptions,
  type ColumnKind,
  dateKind,
  flagKind,
  idKind,
  instantKind,
  jsonKind,
  longTextKind,
  textKind,
  wholeKind,
} from './column-kinds.ts';

/**
 * Property decorators for entities. Property `townId` is column `town_id`.
 *
 *   @Entity('check_ins')
 *   @Index('uq_check_ins_monday', ['townId', 'memberId', 'monday'], { unique: true })
 *   export class CheckIn {
 *     @TownKey() townId!: string;
 *     @Key() id!: string;
 *     @Id() memberId!: string;
 *     @DateText() monday!: string;
 *     @Instant({ nullable: true }) decidedAt!: number | null;
 *   }
 */
interface Nullable {
  readonly nullable?: boolean;
}

/** First half of every town table's primary key. */
export function TownKey(): PropertyDecorator {
  return PrimaryColumn({ ...idKind });
}

/** The row's own id: second half of a town table's primary key, the whole of a platform table's. */
export function Key(): PropertyDecorator {
  return PrimaryColumn({ ...idKind });
}

/** The id of another row. */
export function Id(options?: Nullable): PropertyDecorator {
  return column(idKind, options);
}

/** Epoch milliseconds. */
export function Instant(options?: Nullable): PropertyDecorator {
  return column(instantKind, options);
}

/** 'YYYY-MM-DD' in Asia/Shanghai. */
export function DateText(options?: Nullable): PropertyDecorator {
  return column(dateKind, options);
}

/** At most `length` characters, at most 500. */
export function Text(length: number, options?: Nullable): PropertyDecorator {
  return column(textKind(length), options);
}

export function LongText(options?: Nullable): PropertyDecorator {
  return column(longTextKind, options);
}

/** What `Vault.seal` made. */
export function Cipher(options?: Nullable): PropertyDecorator {
  return column(longTextKind, options);
}

export function Json(options?: Nullable): PropertyDecorator {
  return column(jsonKind, options);
}

export function Flag(options?: Nullable): PropertyDecorator {
  return column(flagKind, options);
}

export function Whole(options?: Nullable): PropertyDecorator {
  return column(wholeKind, options);
}

/** A decimal with two places, kept as hundredths: 12.5 points are 1250. */
export function Hundredths(options?: Nullable): PropertyDecorator {
  return column(wholeKind, options);
}

function column(kind: ColumnKind, { nullable = false }: Nullable = {}): PropertyDecorator {
  return Column(columnOptions(kind, nullable));
}
