import type { Run } from '@weidangxiao/shared/contract/blocks.ts';

/** Writes runs into an element as text and <b>; never as markup. */
export function writeRuns(element: HTMLElement, runs: readonly Run[]): void {
  element.replaceChildren(...runs.flatMap(({ text, bold }) => {
    const nodes = text.split('\n').flatMap((line, index): Node[] => (index === 0 ? [document.createTextNode(line)] : [document.createElement('br'), document.createTextNode(line)]));
    if (!bold) return nodes;
    const strong = document.createElement('b');
    strong.append(...nodes);
    return [strong];
  }));
}

/** What stands in an element or a fragment of it, as runs: neighbours of one kind joined, empty ones left out. */
export function readRuns(root: Node): Run[] {
  const runs: Run[] = [];
  collect(root, false, runs);
  const last = runs.at(-1);
  // A browser keeps a last line break only to show an empty line.
  if (last?.text.endsWith('\n')) last.text = last.text.slice(0, -1);
  return runs.filter(({ text }) => text !== '');
}

function collect(node: Node, bold: boolean, runs: Run[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) add(runs, (child.textContent ?? '').replace(/\u00a0/g, ' '), bold);
    else if (child instanceof HTMLBRElement) add(runs, '\n', bold);
    else if (child instanceof HTMLElement) collect(child, bold || isBold(child), runs);
  }
}

function isBold(element: HTMLElement): boolean {
  if (element.tagName === 'B' || element.tagName === 'STRONG') return true;
  return Number(element.style.fontWeight) >= 600 || element.style.fontWeight === 'bold';
}

function add(runs: Run[], text: string, bold: boolean): void {
  const last = runs.at(-1);
  if (last && Boolean(last.bold) === bold) last.text += text;
  else runs.push(bold ? { text, bold: true } : { text });
}
