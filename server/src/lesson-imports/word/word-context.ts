import { Fields } from './fields.ts';
import { Numbering } from './numbering.ts';
import type { OfficePackage } from './office-package.ts';
import { Styles } from './styles.ts';
import { Length } from './length.ts';
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
  readonly length: Length;
}

export async function contextFor(office: OfficePackage, part: string): Promise<WordContext> {
  const beside = async (type: string) => {
    const target = office.targetOfType(part, type);
    return target && office.xml(target.name);
  };
  const [styles, numbering] = [await beside('styles'), await beside('numbering')];
  return { office, part, styles: new Styles(styles), numbering: new Numbering(numbering), warnings: new Warnings(), fields: new Fields(), length: new Length() };
}
