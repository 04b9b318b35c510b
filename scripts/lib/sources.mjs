// The project's own files, for the checks: what git knows or would know, read and parsed once.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './steps.mjs';

const ts = createRequire(join(root, 'package.json'))('typescript');
export { ts };

/** Paths from the root, with forward slashes: new files too, ignored ones not. */
export function projectFiles() {
  const args = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  const paths = [...new Set(listed.split('\0').filter(Boolean))].sort();
  return paths.filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile());
}

export const isCode = (path) => /\.(ts|tsx|mts|mjs|js|cjs)$/.test(path);
export const isSpec = (path) => /\.(spec|test)\.(tsx?|mjs)$/.test(path);

/** `{path, text}` of the files whose path passes. */
export function read(wanted, paths = projectFiles()) {
  return paths.filter(wanted).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const kinds = { ts: ts.ScriptKind.TS, mts: ts.ScriptKind.TS, tsx: ts.ScriptKind.TSX };

export function parse({ path, text }) {
  const kind = kinds[path.slice(path.lastIndexOf('.') + 1)] ?? ts.ScriptKind.JS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

/** Calls `visit` for every node of the tree. */
export function walk(node, visit) {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** 1-based. */
export function lineOf(source, position) {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

/** Faults of a pattern over lines: `say(match)` words each one, or answers null to let it pass. */
export function faultsByLine({ path, text }, pattern, say) {
  return text.split('\n').flatMap((line, at) =>
    [...line.matchAll(pattern)].flatMap((match) => {
      const fault = say(match);
      return fault ? [`${path}:${at + 1}: ${fault}`] : [];
    }),
  );
}
