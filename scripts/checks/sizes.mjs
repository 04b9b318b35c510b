// Files stay under 300 lines, functions under 40.
import { isCode, isSpec, lineOf, parse, read, ts, walk } from '../lib/sources.mjs';

const most = { file: 300, function: 40 };

export const sizes = {
  name: `files of at most ${most.file} lines, functions of at most ${most.function}`,
  run: async () => sizeFaults(read(isCode)),
};

export function sizeFaults(files) {
  return files.flatMap((file) => [...fileFaults(file), ...functionFaults(file)]);
}

function fileFaults({ path, text }) {
  const lines = text.trimEnd().split('\n').length;
  return lines > most.file ? [`${path}: ${lines} lines. Find the second thing that it is about and give it a file.`] : [];
}

function functionFaults(file) {
  const source = parse(file);
  const faults = [];
  walk(source, (node) => {
    if (!ts.isFunctionLike(node) || !node.body || (isSpec(file.path) && isGroupOfTests(node))) return;
    const [first, last] = [lineOf(source, node.getStart(source)), lineOf(source, node.end)];
    const lines = last - first + 1;
    if (lines > most.function) faults.push(`${file.path}:${first}: ${nameOf(node)} has ${lines} lines. Name its steps and make them functions.`);
  });
  return faults;
}

/** `describe('…', () => { … })` holds tests, not steps. */
function isGroupOfTests(node) {
  return ts.isCallExpression(node.parent) && /^(test\.)?describe/.test(node.parent.expression.getText());
}

function nameOf(node) {
  const named = node.name ?? (node.parent && ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? 'a function';
}
