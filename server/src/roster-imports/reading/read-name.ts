import { compact, oneLine } from '../../platform/xlsx/tidy.ts';

export interface NameReading {
  /** Null where none can be read. */
  readonly name: string | null;
  readonly fault: 'NAME_MISSING' | 'NAME_INVALID' | 'NAME_TOO_LONG' | 'NAME_ODD' | null;
}

const maxLength = 30;
/** Digits, a formula's first sign, and whatever no name is written with: stars, strokes, pictures. Brackets tell namesakes apart. */
const odd = /^[=+@-]|\d|[^\p{L}\p{M} ·.'’()-]/u;
const han = '\\p{Script=Han}';

/** '王　小明', ' 王 小明 ' -> '王小明'; spaces between Latin words stay. What looks like a formula stays text. */
export function readName(text: string): NameReading {
  const name = withoutPadding(oneLine(text));
  if (/^[-—–/\\、.。*×?？]*$/.test(compact(name))) return { name: null, fault: 'NAME_MISSING' };
  if (!/\p{L}/u.test(name)) return { name: null, fault: 'NAME_INVALID' };
  if ([...name].length > maxLength) return { name: null, fault: 'NAME_TOO_LONG' };
  return { name, fault: odd.test(name.normalize('NFKC')) ? 'NAME_ODD' : null };
}

/** Dots of names such as 阿依古丽·买买提 come in many shapes. */
function withoutPadding(name: string): string {
  return name
    .replace(new RegExp(`(?<=${han}) | (?=${han})`, 'gu'), '')
    .replace(new RegExp(`(?<=${han})[•‧・∙⋅.．](?=${han})`, 'gu'), '·');
}
