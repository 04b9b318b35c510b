import { z } from 'zod';
import { id } from './common.ts';

// A lesson's body is a list of typed blocks, never HTML: nothing to sanitise, native rendering on every target.

/** The words of a paragraph: pieces of text, some of them bold. */
export const run = z.object({ text: z.string().min(1).max(5000), bold: z.literal(true).optional() });
export type Run = z.infer<typeof run>;
const runs = z.array(run).max(200);

export interface ListItem {
  runs: Run[];
  children?: List | undefined;
}
export interface List {
  type: 'list';
  ordered: boolean;
  /** The first item's number where it is not 1: a list that goes on after a picture. */
  start?: number | undefined;
  items: ListItem[];
}

const deepest = 5;
/** Lists inside lists, as deep as Word's menus go in practice. */
function listSchema(depth: number): z.ZodType<List> {
  const children = depth < deepest ? z.lazy(() => listSchema(depth + 1)).optional() : z.undefined().optional();
  const item = z.object({ runs, children });
  const start = z.int().min(2).max(9999).optional();
  return z.object({ type: z.literal('list'), ordered: z.boolean(), start, items: z.array(item).min(1).max(200) }) as unknown as z.ZodType<List>;
}

const heading = z.object({ type: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text: z.string().min(1).max(200) });
const paragraph = z.object({ type: z.literal('paragraph'), runs });
const cell = z.object({ runs, colspan: z.int().min(2).max(20).optional(), rowspan: z.int().min(2).max(100).optional() });
const table = z.object({ type: z.literal('table'), header: z.boolean(), rows: z.array(z.array(cell).max(20)).min(1).max(200) });
const image = z.object({
  type: z.literal('image'),
  fileId: id,
  /** Pixels, so that the page can keep the place before it is loaded. */
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  alt: z.string().max(200),
  caption: z.string().max(200).optional(),
});
const audio = z.object({ type: z.literal('audio'), fileId: id, seconds: z.int().min(1).max(7200), title: z.string().max(60) });
const video = z.object({ type: z.literal('video'), fileId: id, seconds: z.int().min(1).max(7200).optional(), title: z.string().max(60) });
const file = z.object({ type: z.literal('file'), fileId: id, name: z.string().max(120), bytes: z.int().min(0) });
const quote = z.object({ type: z.literal('quote'), runs, source: z.string().max(120).optional() });

export const block = z.union([heading, paragraph, listSchema(1), table, image, audio, video, file, quote]);
export const blocks = z.array(block).max(2000);
export type Block = z.infer<typeof block>;
export type Table = z.infer<typeof table>;
export type TableCell = z.infer<typeof cell>;
export type ImageBlock = z.infer<typeof image>;
