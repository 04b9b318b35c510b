import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dist } from './built-app';

/** Something on a page as WeChat gets it: only what the build's template passes on. */
export interface Drawn {
  readonly sid: string;
  readonly classes: readonly string[];
  /** By WeChat's own names: `aria-label`, `open-type`, `value`. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A node as Taro hands it to the template: attributes go by short names that the template has to know too. */
interface Node {
  readonly sid: string;
  /** Which part of the template draws it. */
  readonly nn: string;
  readonly cl?: string;
  readonly cn?: readonly Node[];
  readonly [short: string]: unknown;
}

/** `root` and all that is in it, from above. */
export function drawn(root: unknown): Drawn[] {
  const { cn = [] } = (root ?? {}) as Partial<Node>;
  return cn.flatMap(below);
}

function below(node: Node): Drawn[] {
  const names = namesFor(node.nn);
  const attributes = Object.fromEntries(Object.entries(node).flatMap(([short, value]) => (names.has(short) ? [[names.get(short), value]] : [])));
  return [{ sid: node.sid, classes: node.cl?.split(' ') ?? [], attributes }, ...(node.cn ?? []).flatMap(below)];
}

/** What can be typed into has two forms, with and without the focus. */
function namesFor(part: string): ReadonlyMap<string, string> {
  const own = template().get(part);
  return (own?.size ? own : template().get(`${part}_blur`)) ?? new Map<string, string>();
}

let parts: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

/** For each part of the build's template, which attribute stands behind a short name. */
function template(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const [, ...texts] = readFileSync(path.join(dist, 'base.wxml'), 'utf8').split('<template name="tmpl_0_');
  return (parts ??= new Map(texts.map((text) => [text.slice(0, text.indexOf('"')), attributesIn(text)])));
}

function attributesIn(text: string): ReadonlyMap<string, string> {
  const own = /<[\w-]+ [^>]*>/.exec(text.slice(text.indexOf('>') + 1))?.[0] ?? '';
  return new Map([...own.matchAll(/ ([\w-]+)="{{(?:xs\.b\()?i\.(\w+)/g)].map(([, attribute = '', short = '']) => [short, attribute]));
}
