import { AppError } from '@weidangxiao/shared/errors.ts';
import { Readable } from 'node:stream';
import { readXml } from '../platform/xlsx/xml.ts';

interface Element {
  readonly name: string;
  readonly children: Record<string, unknown>;
  text: string;
}

const deepest = 8;

/** An XML message as objects: an element's children by their names, repeated ones as a list, text where there are none. @throws AppError WECHAT_PUSH_UNREADABLE */
export async function readXmlTree(text: string): Promise<unknown> {
  const top: Element = newElement('');
  const open = [top];
  try {
    await readXml(Readable.from([Buffer.from(text)]), {
      open: (name) => requireShallow(open.push(newElement(name))),
      text: (piece) => addText(open.at(-1), piece),
      close: () => close(open.pop(), open.at(-1)),
    });
  } catch (cause) {
    throw new AppError('WECHAT_PUSH_UNREADABLE', { cause });
  }
  return Object.values(top.children)[0];
}

function newElement(name: string): Element {
  return { name, children: Object.create(null) as Record<string, unknown>, text: '' };
}

function requireShallow(depth: number): void {
  if (depth > deepest) throw new AppError('WECHAT_PUSH_UNREADABLE');
}

function addText(element: Element | undefined, piece: string): void {
  if (element) element.text += piece;
}

function close(element: Element | undefined, parent: Element | undefined): void {
  if (!element || !parent) return;
  const value = Object.keys(element.children).length > 0 ? { ...element.children } : element.text.trim();
  const before = parent.children[element.name];
  if (before === undefined) parent.children[element.name] = value;
  else if (Array.isArray(before)) before.push(value);
  else parent.children[element.name] = [before, value];
}
