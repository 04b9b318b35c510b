import { declaration } from './xml-text.ts';

/** Looks of a cell, by their place in the styles part. All but numbers are text, also when somebody edits them. */
export const look = { plain: 0, title: 1, under: 2, underRight: 3, label: 4, value: 5, heading: 6, centred: 7, long: 8, number: 9, note: 10, places: 11 } as const;
export type Look = keyof typeof look;

const song = (size: number, bold = false): string => `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`;
const fonts = [song(11), song(18, true), song(11, true)];
const [body, big, bold] = [0, 1, 2];
const line = (side: string): string => `<${side} style="thin"><color rgb="FF000000"/></${side}>`;
const borders = ['<border><left/><right/><top/><bottom/><diagonal/></border>', `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`];
const [none, thin] = [0, 1];
const [general, twoPlaces, text] = [0, 2, 49];

const style = (font: number, border: number, format: number, across: 'left' | 'center' | 'right'): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${across}" vertical="center" wrapText="1"/></xf>`;

const looks: Readonly<Record<Look, string>> = {
  plain: style(body, none, text, 'left'),
  title: style(big, none, text, 'center'),
  under: style(body, none, text, 'left'),
  underRight: style(body, none, text, 'right'),
  label: style(bold, thin, text, 'center'),
  value: style(body, thin, text, 'left'),
  heading: style(bold, thin, text, 'center'),
  centred: style(body, thin, text, 'center'),
  long: style(body, thin, text, 'left'),
  number: style(body, thin, general, 'center'),
  note: style(body, none, text, 'left'),
  places: style(body, thin, twoPlaces, 'center'),
};

export function stylesPart(): string {
  const inOrder = (Object.keys(look) as Look[]).sort((a, b) => look[a] - look[b]).map((name) => looks[name]);
  const fill = '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
  return `${declaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="${fonts.length}">${fonts.join('')}</fonts>${fill}<borders count="${borders.length}">${borders.join('')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${inOrder.length}">${inOrder.join('')}</cellXfs></styleSheet>`;
}
