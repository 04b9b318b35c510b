import { Body } from './body.ts';
import type { Draft, Title, WordBlock } from './draft.ts';
import { countMargins } from './margins.ts';
import { OfficePackage } from './office-package.ts';
import { splitTitle } from './title.ts';
import type { Warnings } from './warnings.ts';
import { contextFor } from './word-context.ts';
import { child } from './xml.ts';

export interface WordLesson {
  /** Null where nothing in the document looks like one. */
  readonly title: string | null;
  readonly blocks: readonly WordBlock[];
  /** The caller adds what it finds out about the pictures. */
  readonly warnings: Warnings;
  /** The bytes of a picture by its part; null for a part that is not there. */
  readonly bytesOf: (part: string) => Buffer | null;
}

/**
 * A lesson out of a Word document (.docx, ECMA-376): read straight from its parts, so that what cannot be kept is
 * counted instead of dropped silently.
 * @throws AppError FILE_NOT_DOCX, FILE_UNREADABLE, FILE_TOO_COMPLEX
 */
export async function readWord(bytes: Buffer): Promise<WordLesson> {
  const office = await OfficePackage.open(bytes);
  const { name, xml } = await office.document();
  const context = await contextFor(office, name);
  const body = child(xml, 'w:body');
  const { title, rest } = splitTitle(body ? new Body(context).read(body) : []);
  await countMargins(xml, context);
  const blocks = rest.map(plain);
  context.length.requireBlocks(blocks.length);
  return { title, blocks, warnings: context.warnings, bytesOf: (part) => office.bytes(part) };
}

function plain(block: Exclude<Draft, Title>): WordBlock {
  return block.type === 'paragraph' ? { type: 'paragraph', runs: block.runs } : block;
}
