// Words that switch a check off, or put something off.
import { faultsByLine, isCode, isSpec, lineOf, parse, read, ts, walk } from '../lib/sources.mjs';

// Written in pieces, so that this file passes itself.
const rules = [
  { pattern: new RegExp(`@ts-${'(ignore|nocheck)'}|eslint-${'disable'}`, 'g'), say: ([word]) => `${word}: mend the type instead. Where a library's type is wrong, cast once in platform/ and say why.` },
  { pattern: new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|XX${'X'})\\b`, 'g'), say: ([word]) => `${word}: do it now, or write an issue and leave no mark here.` },
];

const tests = [
  { pattern: /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|fixme|failing)\b/g, say: ([word]) => `${word}: every test runs, always. Mend it or delete it.` },
  { pattern: /\b[xf](?:it|test|describe)\(/g, say: ([word]) => `${word}: every test runs, always. Mend it or delete it.` },
];

export const words = {
  name: 'no any, no switched-off checks, no skipped tests',
  run: async () => wordFaults(read((path) => isCode(path) && path !== 'scripts/checks/words.mjs')),
};

export function wordFaults(files) {
  return files.flatMap((file) => [
    ...[...rules, ...(isTest(file.path) ? tests : [])].flatMap(({ pattern, say }) => faultsByLine(file, pattern, say)),
    ...(/\.tsx?$/.test(file.path) ? anyFaults(file) : []),
  ]);
}

const isTest = (path) => isSpec(path) || /(^|\/)test\//.test(path);

function anyFaults(file) {
  const source = parse(file);
  const faults = [];
  walk(source, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${file.path}:${lineOf(source, node.getStart(source))}: any. Say what it is; what comes from outside is unknown until a schema has read it.`);
  });
  return faults;
}
