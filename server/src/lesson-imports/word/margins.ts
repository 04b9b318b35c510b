import type { WordContext } from './word-context.ts';
import { descendants, textIn, type Xml } from './xml.ts';

/** Counts the headers and footers that say or show something; a page's number is nothing that a phone would miss. */
export async function countMargins(document: Xml, { office, part, warnings }: WordContext): Promise<void> {
  const references = [...descendants(document)].filter(({ name }) => name === 'w:headerReference' || name === 'w:footerReference');
  const parts = new Set(references.flatMap(({ attributes }) => office.target(part, attributes['r:id'])?.name ?? []));
  for (const name of parts) if (saysSomething(await office.xml(name))) warnings.add('HEADERS_FOOTERS');
}

function saysSomething(margin: Xml | null): boolean {
  if (!margin) return false;
  const below = [...descendants(margin)];
  const text = below.filter(({ name }) => name === 'w:t').map(textIn).join('');
  const words = text.replace(/[\s\d第页共/\-–—.·]+/g, '');
  return words !== '' || below.some(({ name }) => name === 'w:drawing' || name === 'w:pict');
}
