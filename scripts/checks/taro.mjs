// Only miniapp/src/platform touches the device. Elsewhere Taro gives a page its life cycle, and nothing else.
import { lineOf, parse, read, ts } from '../lib/sources.mjs';

const lifeCycle = new Set([
  ...['useDidShow', 'useDidHide', 'useLaunch', 'useLoad', 'useReady', 'useUnload', 'useError', 'useUnhandledRejection', 'usePageNotFound'],
  ...['usePullDownRefresh', 'useReachBottom', 'usePageScroll', 'useResize', 'useTabItemTap', 'useRouter', 'useShareAppMessage', 'useShareTimeline'],
]);

const devices = /^(wx|Taro|window|document|localStorage|sessionStorage|navigator)$/;

export const taro = {
  name: "only miniapp/src/platform touches the device",
  run: async () => taroFaults(read((path) => /^miniapp\/src\/.*\.tsx?$/.test(path) && !/\.(spec|d)\.tsx?$|\.config\.ts$/.test(path))),
};

export function taroFaults(files) {
  return files.filter(({ path }) => !path.startsWith('miniapp/src/platform/')).flatMap((file) => [...importFaults(file), ...globalFaults(file)]);
}

function importFaults(file) {
  const source = parse(file);
  const imports = source.statements.filter((one) => ts.isImportDeclaration(one) && one.moduleSpecifier.text === '@tarojs/taro');
  return imports.flatMap(({ importClause, pos }) => valuesOf(importClause)
    .filter((name) => !lifeCycle.has(name))
    .map((name) => `${file.path}:${lineOf(source, pos + 1)}: ${name} from @tarojs/taro. Outside miniapp/src/platform only hooks of the page's life are imported from it: give the platform a function for this and call that.`));
}

/** What an import brings at run time. */
function valuesOf(clause) {
  if (!clause) return ['everything'];
  if (clause.isTypeOnly || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const bindings = clause.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.filter((one) => !one.isTypeOnly).map((one) => (one.propertyName ?? one.name).text) : [];
  return [...(clause.name ? ['the default export'] : []), ...(bindings && !ts.isNamedImports(bindings) ? ['everything'] : []), ...named];
}

/** Uses of a global that only one of the two faces has: `wx.…`, `window.…`. */
function globalFaults(file) {
  const source = parse(file);
  const faults = [];
  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && devices.test(node.expression.text) && node.expression.text !== 'Taro') {
      faults.push(`${file.path}:${lineOf(source, node.getStart(source))}: ${node.getText(source)} is not there on both faces. Give miniapp/src/platform a function for it, with a form for each.`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return faults;
}
