import { AppError } from '@weidangxiao/shared/errors.ts';
import { plainText } from '@weidangxiao/shared/rules/lesson.ts';
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

const mostBlocks = 2000;
const mostPictures = 100;
/** So that the lesson can be saved in one request. */
const mostCharacters = 150_000;

/**
 * A lesson out of a Word document (.docx, ECMA-376): read straight from its parts, so that what cannot be kept is
 * counted instead of dropped silently.
 * @throws AppError FILE_NOT_DOCX, FILE_UNREADABLE, FILE_TOO_COMPLEX
 */
export async function readWord(bytes: Buffer): Promise<WordLesson> {
  const office = await OfficePackage.open(bytes);
  const { name, xml } = office.document();
  const context = contextFor(office, name);
  const body = child(xml, 'w:body');
  const { title, rest } = splitTitle(body ? new Body(context).read(body) : []);
  countMargins(xml, context);
  const blocks = rest.map(plain);
  requireModest(blocks);
  return { title, blocks, warnings: context.warnings, bytesOf: (part) => office.bytes(part) };
}

function plain(block: Exclude<Draft, Title>): WordBlock {
  return block.type === 'paragraph' ? { type: 'paragraph', runs: block.runs } : block;
}

function requireModest(blocks: readonly WordBlock[]): void {
  const text = plainText(blocks.flatMap((block) => (block.type === 'picture' ? [] : [block])));
  if (blocks.length > mostBlocks) throw tooComplex(`超过${mostBlocks}段`);
  if (text.length > mostCharacters) throw tooComplex(`超过${mostCharacters / 10_000}万字`);
  if (blocks.filter(({ type }) => type === 'picture').length > mostPictures) throw tooComplex(`超过${mostPictures}张图片`);
}

function tooComplex(reason: string): AppError {
  return new AppError('FILE_TOO_COMPLEX', { field: 'file', detail: { reason } });
}
