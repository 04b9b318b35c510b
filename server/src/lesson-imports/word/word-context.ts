import { Fields } from './fields.ts';
import { Numbering } from './numbering.ts';
import type { OfficePackage } from './office-package.ts';
import { Styles } from './styles.ts';
import { Warnings } from './warnings.ts';

/** What every part of the reading shares: one document, read once, in its order. */
export interface WordContext {
  readonly office: OfficePackage;
  /** The name of the part that is read. */
  readonly part: string;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly warnings: Warnings;
  readonly fields: Fields;
}

export function contextFor(office: OfficePackage, part: string): WordContext {
  const beside = (type: string) => {
    const target = office.targetOfType(part, type);
    return target && office.xml(target.name);
  };
  return { office, part, styles: new Styles(beside('styles')), numbering: new Numbering(beside('numbering')), warnings: new Warnings(), fields: new Fields() };
}
