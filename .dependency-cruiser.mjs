// Which file may know which: docs/ARCHITECTURE.md as rules. Every comment says what to do instead.
// Run by `npm run check` (scripts/checks/dependencies.mjs), which prints one line for each import that is not allowed.

import { existsSync } from 'node:fs';

const spec = '\\.spec\\.tsx?$';
const forTests = '-for-tests\\.ts$';
const noun = '^server/src/(?!platform/|migrations/)([^/]+)/';
const anotherNoun = ['^server/src/$1/', '^server/src/(platform|migrations)/', '^server/src/[^/]+$'];
const weapp = '^miniapp/src/';
/** Those of the main package and those of subpackages. */
const pages = ['^miniapp/src/pages/', '^miniapp/src/packages/'];
const frontEnds = '^miniapp/(src|desk)/';

/** One rule: `from` may not import `to`. */
const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

const shared = [
  never('shared-stands-alone', { path: '^shared/src/' }, { path: '^(server|miniapp|scripts)/' }, 'shared imports nothing of ours: move what both sides need into shared/src, or pass it in as an argument.'),
  never('shared-runs-anywhere', { path: '^shared/src/' }, { dependencyTypes: ['core'] }, 'shared runs in WeChat too: no Node modules. Take the value as an argument, or do this in server/src/platform.'),
  never('shared-needs-only-zod', { path: '^shared/src/', pathNot: spec }, { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-peer'], pathNot: 'node_modules/zod/' }, 'shared depends on zod alone (and that in contract/): write it in plain TypeScript, or do it in the server.'),
  never('zod-stays-in-the-contract', { path: '^shared/src/', pathNot: '^shared/src/contract/' }, { path: ['node_modules/zod/', '^shared/src/contract/'], dependencyTypesNot: ['type-only'] }, 'rules, routes, errors and permissions are bundled into the phone, zod is not: use `import type`, or move the schema to shared/src/contract.'),
];

const sides = [
  never('server-not-to-miniapp', { path: '^server/' }, { path: '^miniapp/' }, 'The server knows no front end: what both need belongs in shared/src.'),
  never('miniapp-not-to-server', { path: frontEnds }, { path: '^server/' }, 'The front ends know the server through shared/src/contract and shared/src/routes only.'),
  never('zod-not-in-front-ends', { path: frontEnds, pathNot: spec }, { path: ['node_modules/zod/', '^shared/src/contract/'], dependencyTypesNot: ['type-only'] }, 'zod would be bundled into the phone: use `import type` for the contract, and shared/src/rules or routes for what runs.'),
];

const server = [
  never('controller-asks-the-service', { path: '\\.controller\\.ts$' }, { path: '\\.repository\\.ts$|node_modules/typeorm/' }, "A controller is a line or two a route: ask the noun's service."),
  never('entity-stays-behind-the-service', { path: '\\.controller\\.ts$' }, { path: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] }, 'A controller sees no tables: let the service answer in the shape of the contract.'),
  never('service-not-to-controller', { path: '\\.(service|repository|entity)\\.ts$' }, { path: '\\.controller\\.ts$' }, 'The way is controller → service → repository → entity, never back: move what is needed down into the service.'),
  never('repository-not-to-service', { path: '\\.(repository|entity)\\.ts$' }, { path: '\\.service\\.ts$' }, 'A repository only reads and writes rows: decide in the service and pass the values in.'),
  never('entity-not-to-repository', { path: '\\.entity\\.ts$' }, { path: '\\.repository\\.ts$' }, 'An entity is a table row and knows nothing else.'),
  never('only-repositories-see-typeorm', { path: noun, pathNot: ['\\.(repository|entity)\\.ts$', spec] }, { path: 'node_modules/typeorm/' }, "The repository is the only file of a folder that sees TypeORM: give it a method for this."),
  never('another-noun-through-its-service', { path: noun, pathNot: [spec, forTests] }, { path: '^server/src/[^/]+/', pathNot: [...anotherNoun, '\\.(service|module|entity)\\.ts$', '-view\\.ts$'] }, "Another noun is asked through its *.service.ts (imports of its *.module.ts wire it): give that service a method, or move a pure rule that both need into shared/src/rules."),
  never('another-nouns-entity-as-a-type', { path: noun, pathNot: [spec, forTests] }, { path: '^server/src/[^/]+/.*\\.entity\\.ts$', pathNot: anotherNoun, dependencyTypesNot: ['type-only'] }, "Another noun's row may be named as a type (`import type`), never read or written: ask its service."),
  never('noun-not-to-boot', { path: '^server/src/[^/]+/', pathNot: spec }, { path: '^server/src/[^/]+\\.ts$' }, 'main.ts, app.ts, app.module.ts and entities.ts gather the nouns; no noun looks back at them.'),
  never('platform-never-back', { path: '^server/src/platform/', pathNot: spec }, { path: '^server/src/', pathNot: '^server/src/platform/' }, 'The platform knows no noun: let the noun register itself (a token, a callback) with the platform.'),
  never('migrations-stand-still', { path: '^server/src/migrations/' }, { path: '^server/src/', pathNot: '^server/src/(migrations|platform/database)/' }, 'A migration must mean the same in ten years: write its columns out instead of importing what changes.'),
  never('source-not-to-tests', { path: '^(server/(src|sandbox|demo)|shared/src)/', pathNot: [spec, forTests] }, { path: '^(server|shared)/test/' }, 'Tests use the source, never the other way round.'),
  never('source-not-to-dev-packages', { path: '^(server/(src|sandbox|demo)|shared/src)/', pathNot: [spec, forTests] }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] }, 'Production has only `dependencies`: add the package there (server/package.json), or do without it.'),
  never('every-server-file-is-used', { path: '^server/src/(main|operator)\\.ts$|^server/demo/main\\.ts$' }, { path: '^server/src/', pathNot: ['^server/src/(main|operator)\\.ts$', '\\.d\\.ts$', spec, forTests], reachable: false }, 'Nothing that starts with the server reaches this file: register it (app.module.ts, entities.ts, migrations/all.ts), or delete it.'),
];

const sandbox = [
  never('sandbox-stands-alone', { path: '^server/sandbox/' }, { path: ['^server/(src|demo|test|bench)/', '^shared/', '^miniapp/'] }, "The sandbox is WeChat's side, written from WeChat's documentation: if it shared code with ours, both would share the mistake."),
  never('only-the-demo-starts-the-sandbox', { path: '^server/src/', pathNot: spec }, { path: '^server/(sandbox|demo)/' }, 'Only server/demo starts the sandbox. The server talks to it over HTTP, as to WeChat, and knows no demo people.'),
];

const miniapp = [
  never('features-not-to-pages', { path: '^miniapp/src/(features|components|platform)/' }, { path: pages }, 'pages → features → components → platform, never back: move what is needed into a feature.'),
  never('components-not-to-features', { path: '^miniapp/src/(components|platform)/' }, { path: '^miniapp/src/features/' }, 'A component could ship in another product: pass what it needs as props, or make it part of the feature.'),
  never('platform-not-to-components', { path: '^miniapp/src/platform/' }, { path: '^miniapp/src/components/' }, 'The platform draws nothing: let a component use it.'),
  ...['^miniapp/src/pages/([^/]+)/', '^miniapp/src/packages/[^/]+/([^/]+)/'].map((path) =>
    never('page-not-to-page', { path }, { path: pages, pathNot: '/$1/[^/]+$' }, 'Pages are bundled apart: what two of them need is a feature or a component.'),
  ),
  never('phone-not-to-desk', { path: weapp }, { path: '^miniapp/desk/' }, 'The mini-program must stay small: what both need lives in miniapp/src, without @tarojs.'),
  never('desk-without-taro', { path: '^miniapp/desk/' }, { path: '/@tarojs/', reachable: true }, 'The console is plain React in a browser: split the file so that the part the console needs imports no @tarojs.'),
];

const everywhere = [
  never('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }, 'Two files that need each other are one file, or a third one is hidden in them: move the shared part out.'),
  never('imports-exist', {}, { couldNotResolve: true, pathNot: '\\.(css|scss|svg|png)$' }, 'There is no such file or package: correct the path, or add the package to this package.json.'),
];

export default {
  forbidden: [...shared, ...sides, ...server, ...sandbox, ...miniapp, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    // For the alias @/ of the mini-program.
    ...(existsSync('miniapp/tsconfig.json') ? { tsConfig: { fileName: 'miniapp/tsconfig.json' } } : {}),
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
