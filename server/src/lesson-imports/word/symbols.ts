/** Signs of the symbol fonts that people use in lists and forms, by font and code. */
const known: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x72: '❒', 0x75: '◆', 0x76: '❖', 0x77: '◆', 0x9f: '•', 0xa1: '○', 0xa7: '▪', 0xa8: '□',
    0xab: '★', 0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
    0x28: '☎', 0x2a: '✉', 0x46: '☞', 0x4a: '☺',
  },
  'wingdings 2': { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0xa3: '□', 0x97: '●', 0x99: '○' },
  symbol: { 0xb0: '°', 0xb1: '±', 0xb3: '≥', 0xa3: '≤', 0xb4: '×', 0xb8: '÷', 0xb7: '•', 0xae: '→', 0xac: '←', 0x6d: 'μ', 0x61: 'α', 0x62: 'β', 0x44: 'Δ', 0x57: 'Ω', 0xd6: '√', 0xa5: '∞', 0xb9: '≠', 0xbb: '≈', 0xc5: '⊕' },
};

const privateUse = { from: 0xe000, to: 0xf8ff };

/** What a w:sym shows, or null for a sign that only its font knows. `code` is hexadecimal. */
export function symbolOf(font: string, code: string): string | null {
  const value = Number.parseInt(code, 16);
  if (!Number.isInteger(value) || value < 0x20 || value > 0xfffd || (value >= 0xd800 && value < privateUse.from)) return null;
  const signs = known[font.trim().toLowerCase()];
  const inFont = value >= 0xf000 && value <= privateUse.to ? value - 0xf000 : value;
  if (signs) return signs[inFont] ?? null;
  return value >= privateUse.from && value <= privateUse.to ? null : String.fromCodePoint(value);
}

const raised: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', '(': '⁽', ')': '⁾', n: 'ⁿ' };
const lowered: Readonly<Record<string, string>> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉', '+': '₊', '-': '₋', '(': '₍', ')': '₎' };

/** 667m² and CO₂ stay what they are; null for what has no raised or lowered form. */
export function shifted(text: string, to: 'superscript' | 'subscript'): string | null {
  const forms = to === 'superscript' ? raised : lowered;
  const signs = [...text].map((sign) => (sign.trim() === '' ? sign : forms[sign]));
  return signs.includes(undefined) ? null : signs.join('');
}
