// A town writes one group in many ways: 第三学习小组, 第三小组, 三组, ３组. What they share is the key.

const keyLength = 60;
const numeral = '[\\d零〇一二三四五六七八九十百]+';
const filler = '(?:微党校|党员|学习|互助|党|小)*组';

/**
 * What is left of a group's name without the words that do not tell it from others; equal keys are one group.
 * At most 60 characters; never empty unless the name holds nothing but spaces and punctuation.
 */
export function groupKey(name: string): string {
  const bare = withoutPunctuation(name.normalize('NFKC').toLowerCase());
  const key = withoutTownPrefix(bare)
    .replace(new RegExp(`^(?:微党校|党员|学习)(?=第?${numeral}${filler}?)`), '')
    .replace(new RegExp(`第?(${numeral})号?${filler}`, 'g'), (_, digits: string) => `${numberIn(digits)}组`)
    .replace(new RegExp(`第(${numeral})`, 'g'), (_, digits: string) => numberIn(digits))
    .replace(new RegExp(`^(${numeral})$`), (_, digits: string) => `${numberIn(digits)}组`);
  return (withoutEnding(key) || bare).slice(0, keyLength);
}

/** A hyphen between digits stays: 1-1组 is not 11组. */
function withoutPunctuation(name: string): string {
  return name.replace(/(?<!\d)[\p{P}\p{S}]|[\p{P}\p{S}](?!\d)|\s|\p{C}/gu, '');
}

/** 龙凤镇第三小组 within a town is 第三小组; 集镇社区 stays what it is. */
function withoutTownPrefix(name: string): string {
  return name.replace(new RegExp(`^\\p{Script=Han}{1,6}?(?:镇|乡|街道)(?=(?:微党校|党员|学习)*第?${numeral}${filler})`, 'u'), '');
}

/** 安溪村学习小组 and 安溪村组 are 安溪村; the number's own 组 stays. */
function withoutEnding(name: string): string {
  return /\d组$/.test(name) ? name : name.replace(new RegExp(`${filler}$`), '');
}

/** '十一' -> '11', '二十' -> '20', '一二' -> '12', '03' -> '3'. */
function numberIn(text: string): string {
  const digits = text.replace(/[零〇一二三四五六七八九]/g, (sign) => String(Math.max(0, '〇一二三四五六七八九'.indexOf(sign))));
  const value = /^\d*百?\d*十?\d*$/.test(digits) ? valueOf(digits) : Number.NaN;
  return Number.isSafeInteger(value) ? String(value) : text;
}

function valueOf(digits: string): number {
  const [, hundreds, tens, ones = ''] = /^(?:(\d*)百)?(?:(\d*)十)?(\d*)$/.exec(digits) ?? [];
  return times(hundreds, 100) + times(tens, 10) + Number(ones);
}

/** 十 alone is 10; nothing at all is 0. */
function times(digits: string | undefined, unit: number): number {
  return digits === undefined ? 0 : Number(digits || 1) * unit;
}

/** The group that a title or a sheet's name tells: '第二学习小组花名册' -> '第二学习小组'; null where it tells none. */
export function namedGroup(title: string): string | null {
  const bare = title.normalize('NFKC').replace(/\s/g, '');
  const numbered = new RegExp(`(?:学习)?第?${numeral}号?${filler}(?!长)`).exec(bare)?.[0];
  return numbered ?? (isGroupName(bare) ? bare : null);
}

/** Whether a short text is a group's name by itself. */
export function isGroupName(text: string): boolean {
  const bare = withoutPunctuation(text.normalize('NFKC'));
  return bare.length <= 20 && new RegExp(`(?:${filler}|支部)$`).test(bare) && !/^(?:学习|党)?小?组$/.test(bare);
}
