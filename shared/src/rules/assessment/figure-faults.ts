import { compare, type Fraction, parseFraction, whole, zero } from '../fraction.ts';

/** Something that a rubric may not say: where, as a dotted path, and why, in words. */
export interface RubricFault {
  readonly field: string;
  readonly message: string;
}

/** A figure as it was read, and what is wrong with it. */
export interface ReadFigure {
  readonly value: Fraction | null;
  readonly faults: readonly RubricFault[];
}

const hundred = whole(100);
const one = whole(1);

/** Points from 0 to 100 with at most two places. */
export function readPoints(field: string, text: string): ReadFigure {
  return read(field, text, hundred, false);
}

/** Points of which there must be some: they are divided by. */
export function readPositive(field: string, text: string): ReadFigure {
  const figure = readPoints(field, text);
  return figure.value && compare(figure.value, zero) === 0 ? refuse(field, '要大于0') : figure;
}

/** A share of one: a decimal with at most two places or, where told, a ratio such as 1/3. */
export function readShare(field: string, text: string, ratio = false): ReadFigure {
  return read(field, text, one, ratio);
}

function read(field: string, text: string, highest: Fraction, ratio: boolean): ReadFigure {
  const decimal = /^-?(?:0|[1-9]\d{0,8})(?:\.(\d{1,9}))?$/.exec(text);
  const value = decimal || ratio ? parseFraction(text) : null;
  if (!value) return refuse(field, ratio ? '要写成小数或分数，如0.5、1/3' : '要写成数，如2.5');
  if ((decimal?.[1] ?? '').length > 2) return refuse(field, '最多两位小数');
  if (compare(value, zero) < 0 || compare(value, highest) > 0) return refuse(field, `要在0到${highest.top}之间`);
  return { value, faults: [] };
}

const refuse = (field: string, message: string): ReadFigure => ({ value: null, faults: [{ field, message }] });

/** A whole number within bounds, both included. */
export function countFaults(field: string, value: number, lowest: number, highest: number, why = ''): RubricFault[] {
  return Number.isInteger(value) && value >= lowest && value <= highest ? [] : [{ field, message: `要是${lowest}到${highest}的整数${why}` }];
}

/** Each must be less than the one before it; what could not be read is left out. */
export function orderFaults(ordered: readonly { field: string; name: string; figure: ReadFigure }[]): RubricFault[] {
  return ordered.flatMap(({ field, name, figure: { value } }, at) => {
    const above = ordered[at - 1];
    const falls = !above?.figure.value || !value || compare(value, above.figure.value) < 0;
    return falls ? [] : [{ field, message: `“${name}”要比“${above.name}”低` }];
  });
}

/** A part that is more than its whole. */
export function partFaults(field: string, part: Fraction | null, all: Fraction | null, message: string): RubricFault[] {
  return part && all && compare(part, all) > 0 ? [{ field, message }] : [];
}
