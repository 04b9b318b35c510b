import { numberInChinese } from '@weidangxiao/shared/rules/week.ts';

const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const largest = 99;

/** How Word writes a number in a list (ECMA-376 17.18.59); digits for the formats that Chinese papers do not use. */
export function formatNumber(value: number, format: string): string {
  if (value < 1 || value > largest) return String(value);
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return numberInChinese(value);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return legal(value);
    case 'ideographTraditional':
      return stems[value - 1] ?? String(value);
    case 'ideographZodiac':
      return branches[value - 1] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'decimalFullWidth':
      return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return letter(value);
    case 'lowerLetter':
      return letter(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

/** Word goes on after Z with AA, BB. */
function letter(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [[90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
  let rest = value;
  return signs.map(([worth, sign]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return sign.repeat(times);
  }).join('');
}

/** 壹贰叁, as on a cheque. */
function legal(value: number): string {
  const plain = '一二三四五六七八九十';
  const formal = '壹贰叁肆伍陆柒捌玖拾';
  return numberInChinese(value).replace(/./g, (sign) => formal[plain.indexOf(sign)] ?? sign);
}
