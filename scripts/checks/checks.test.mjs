// The checks, against what they are for: each is shown a fault that it must find, and something right that it must leave alone.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import config from '../../.dependency-cruiser.mjs';
import { dependencyFaults } from './dependencies.mjs';
import { lockFaults } from './lockfile.mjs';
import { nameFaults } from './names.mjs';
import { phoneFaults } from './phones.mjs';
import { placeFaults } from './places.mjs';
import { sizeFaults } from './sizes.mjs';
import { taroFaults } from './taro.mjs';
import { wordFaults } from './words.mjs';

/** For each rule a file, and the import in it that breaks the rule. */
const wrongImports = {
  'shared-stands-alone': ['shared/src/rules/a.ts', '../../../server/src/platform/clock.ts'],
  'shared-runs-anywhere': ['shared/src/rules/b.ts', 'node:fs'],
  'shared-needs-only-zod': ['shared/src/rules/c.ts', 'typeorm'],
  'zod-stays-in-the-contract': ['shared/src/rules/d.ts', 'zod'],
  'server-not-to-miniapp': ['server/src/platform/e.ts', '../../../miniapp/src/features/f.ts'],
  'miniapp-not-to-server': ['miniapp/src/features/g.ts', '../../../server/src/platform/clock.ts'],
  'zod-not-in-front-ends': ['miniapp/src/features/h.ts', 'zod'],
  'controller-asks-the-service': ['server/src/cows/cows.controller.ts', './cows.repository.ts'],
  'entity-stays-behind-the-service': ['server/src/cows/bulls.controller.ts', './cow.entity.ts'],
  'service-not-to-controller': ['server/src/cows/bulls.service.ts', './bulls.controller.ts'],
  'repository-not-to-service': ['server/src/cows/bulls.repository.ts', './cows.service.ts'],
  'entity-not-to-repository': ['server/src/cows/bull.entity.ts', './cows.repository.ts'],
  'only-repositories-see-typeorm': ['server/src/cows/milk.ts', 'typeorm'],
  'another-noun-through-its-service': ['server/src/pigs/pigs.service.ts', '../cows/milk.ts'],
  'another-nouns-entity-as-a-type': ['server/src/pigs/sows.service.ts', '../cows/cow.entity.ts'],
  'noun-not-to-boot': ['server/src/pigs/sties.service.ts', '../app.ts'],
  'platform-never-back': ['server/src/platform/i.ts', '../cows/cows.service.ts'],
  'migrations-stand-still': ['server/src/migrations/1-first.ts', '../cows/cow.entity.ts'],
  'source-not-to-tests': ['server/src/pigs/pork.ts', '../../test/factory.ts'],
  'source-not-to-dev-packages': ['server/src/pigs/ham.ts', 'docx'],
  'every-server-file-is-used': ['server/src/pigs/forgotten.ts', '../platform/clock.ts'],
  'sandbox-stands-alone': ['server/sandbox/j.ts', '../src/platform/clock.ts'],
  'only-the-demo-starts-the-sandbox': ['server/src/pigs/lard.ts', '../../sandbox/sandbox.ts'],
  'features-not-to-pages': ['miniapp/src/features/k.ts', '../pages/week/view.ts'],
  'components-not-to-features': ['miniapp/src/components/l.ts', '../features/f.ts'],
  'platform-not-to-components': ['miniapp/src/platform/m.ts', '../components/button.ts'],
  'page-not-to-page': ['miniapp/src/pages/me/view.ts', '../week/view.ts'],
  'phone-not-to-desk': ['miniapp/src/features/n.ts', '../../desk/table.ts'],
  'desk-without-taro': ['miniapp/desk/o.ts', '../src/platform/device.ts'],
  'no-cycles': ['shared/src/rules/p.ts', './p.ts'],
  'imports-exist': ['shared/src/rules/q.ts', './nowhere.ts'],
};

/** What stands around them, and obeys. */
const right = {
  'server/src/main.ts': "import './app.ts'; import './hens/hens.controller.ts'; import './hens/hens.module.ts';",
  'server/src/hens/hens.controller.ts': "import './hens.service.ts';",
  'server/src/hens/hens.service.ts': "import './hens.repository.ts'; import '../ducks/ducks.service.ts'; import '../platform/clock.ts'; import '@weidangxiao/shared/rules/week.ts'; import type { Egg } from '../ducks/duck.entity.ts'; export const egg: Egg = 1;",
  'server/src/hens/hens.repository.ts': "import 'typeorm'; import './hen.entity.ts';",
  'server/src/hens/hens.module.ts': "import '../ducks/ducks.module.ts';",
  'miniapp/src/pages/home/view.ts': "import '../../features/f.ts'; import '../../components/button.ts';",
  'miniapp/src/components/button.ts': "import '../platform/device.ts';",
};

const around = {
  ...Object.fromEntries(['server/src/app.ts', 'server/src/hens/hen.entity.ts', 'server/src/ducks/ducks.service.ts', 'server/src/ducks/ducks.module.ts', 'server/src/platform/clock.ts'].map((path) => [path, ''])),
  ...Object.fromEntries(['server/src/cows/cows.service.ts', 'server/src/cows/cows.repository.ts', 'server/src/cows/cow.entity.ts', 'server/test/factory.ts', 'server/sandbox/sandbox.ts'].map((path) => [path, ''])),
  ...Object.fromEntries(['shared/src/rules/week.ts', 'miniapp/src/features/f.ts', 'miniapp/src/pages/week/view.ts', 'miniapp/desk/table.ts'].map((path) => [path, ''])),
  'server/src/ducks/duck.entity.ts': 'export type Egg = number;',
  'miniapp/src/platform/device.ts': "import '@tarojs/taro';",
  'server/package.json': '{"dependencies":{"typeorm":"1","@weidangxiao/shared":"1"},"devDependencies":{"docx":"1"}}',
  'shared/package.json': '{"name":"@weidangxiao/shared","exports":{"./*":"./src/*"},"dependencies":{"zod":"4"}}',
  'miniapp/package.json': '{"dependencies":{"@tarojs/taro":"4"}}',
  'node_modules/@weidangxiao/shared/package.json': '{"name":"@weidangxiao/shared","exports":{"./*":"./src/*"}}',
  'node_modules/@weidangxiao/shared/src/rules/week.ts': '',
  ...Object.fromEntries(['zod', 'typeorm', 'docx', '@tarojs/taro'].flatMap((name) => [[`node_modules/${name}/package.json`, `{"name":"${name}","main":"index.js"}`], [`node_modules/${name}/index.js`, '']])),
};

async function inTree(files, work) {
  const base = mkdtempSync(join(tmpdir(), 'weidangxiao-checks-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(base, path)), { recursive: true });
      writeFileSync(join(base, path), `${text}\nexport {};\n`.replace(/^(\{.*\})\nexport \{\};\n$/, '$1'));
    }
    return await work(base);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

const folders = ['shared', 'server', 'miniapp'];

test('every rule of dependencies finds the import that breaks it', async () => {
  assert.deepEqual(Object.keys(wrongImports).sort(), [...new Set(config.forbidden.map(({ name }) => name))].sort());
  const broken = Object.fromEntries(Object.values(wrongImports).map(([path, imported]) => [path, `import '${imported}';`]));
  const faults = await inTree({ ...around, ...right, ...broken }, (base) => dependencyFaults(base, folders));
  for (const [rule, [path]] of Object.entries(wrongImports)) {
    const fault = faults.find((text) => text.includes(`(${rule})`));
    assert.ok(fault?.split('\n').slice(1).some((line) => line.trim().startsWith(path)), `${rule} did not find ${path}:\n${fault}`);
  }
});

test('imports that obey are left alone', async () => {
  assert.deepEqual(await inTree({ ...around, ...right }, (base) => dependencyFaults(base, ['miniapp'])), []);
  const server = await inTree({ ...around, ...right }, (base) => dependencyFaults(base, ['server/src']));
  for (const path of Object.keys(right)) assert.ok(!server.join('\n').includes(path), server.join('\n'));
});

test('nouns that need each other in a ring are found though no file does', async () => {
  const ring = { 'server/src/hens/hens.service.ts': "import '../ducks/ducks.module.ts';", 'server/src/ducks/ducks.service.ts': "import '../hens/hens.module.ts';" };
  const faults = await inTree({ ...around, 'server/src/hens/hens.module.ts': '', ...ring }, (base) => dependencyFaults(base, ['server']));
  assert.equal(faults.filter((fault) => fault.includes('no-rings-of-nouns') && fault.includes('hens.service.ts → server/src/ducks/ducks.module.ts')).length, 1, faults.join('\n'));
});

test('names outside the vocabulary', () => {
  const obeying = ['server/src/hens/hens.module.ts', 'server/src/hens/hen.entity.ts', 'server/src/hens/laying.ts'];
  assert.deepEqual(nameFaults(obeying), []);
  for (const name of ['hens.helper.ts', 'henHouse.ts', 'hen-utils.ts', 'index.ts']) assert.equal(nameFaults([...obeying, `server/src/hens/${name}`]).length, 1, name);
  assert.equal(nameFaults(['server/src/cows/cows.service.ts']).length, 1);
});

test('long files and long functions', () => {
  const lines = (count) => 'let line;\n'.repeat(count);
  const functionOf = (count) => `const long = () => {\n${lines(count - 2)}};\n`;
  assert.deepEqual(sizeFaults([{ path: 'a.ts', text: lines(300) }, { path: 'b.ts', text: functionOf(40) }]), []);
  assert.equal(sizeFaults([{ path: 'a.ts', text: lines(301) }]).length, 1);
  assert.match(sizeFaults([{ path: 'b.ts', text: functionOf(41) }]).join(), /long has 41 lines/);
  const tests = `describe('hens', () => {\n${lines(50)}});\n`;
  assert.deepEqual(sizeFaults([{ path: 'b.spec.ts', text: tests }]), []);
  assert.equal(sizeFaults([{ path: 'b.spec.ts', text: tests.replace('describe', 'it') }]).length, 1);
});

test('words that switch a check off', () => {
  const wrong = ['let a: any;', `// @ts-${'ignore'}`, `// TO${'DO'} later`, `it.${'only'}('x', f);`, `describe.${'skip'}('x', f);`, `x${'it'}('x', f);`];
  for (const text of wrong) assert.equal(wordFaults([{ path: 'server/test/a.spec.ts', text }]).length, 1, text);
  assert.deepEqual(wordFaults([{ path: 'server/test/a.spec.ts', text: "// any of them\nquery.skip(10).take(5); it('x', f);" }]), []);
});

test('device functions outside the platform', () => {
  const used = (text, path = 'miniapp/src/features/a.tsx') => taroFaults([{ path, text }]).length;
  assert.equal(used("import Taro from '@tarojs/taro';"), 1);
  assert.equal(used("import { useDidShow, request } from '@tarojs/taro';"), 1);
  assert.equal(used('wx.login();'), 1);
  assert.equal(used("import Taro from '@tarojs/taro';", 'miniapp/src/platform/login.ts'), 0);
  assert.equal(used("import { useDidShow } from '@tarojs/taro'; import type { PageConfig } from '@tarojs/taro';"), 0);
});

test('phones that could be real', () => {
  const faults = (text) => phoneFaults({ path: 'a.ts', text }).length;
  const real = ['138', '1234', '5678'];
  for (const written of [real.join(''), real.join(' '), real.join('-'), `+86 ${real.join('')}`, `１３８${real.slice(1).join('')}`]) assert.equal(faults(written), 1, written);
  for (const written of ['13800005678', '138 0000 5678', `${real.join('')}9`, `0.${real.join('')}`, `a${real.join('')}`]) assert.equal(faults(written), 0, written);
});

test('paths and hosts of elsewhere', () => {
  const faults = (text, path = 'a.ts') => placeFaults({ path, text }).length;
  assert.equal(faults(`const file = '/${'home'}/somebody/notes';`), 1);
  assert.equal(faults(`fetch('https://${'cdn.elsewhere.net'}/font.woff');`), 1);
  assert.equal(faults("fetch('http://127.0.0.1:3000/api/work/home'); fetch('https://api.weixin.qq.com/sns'); // https://example.org."), 0);
});

test('a lock file with addresses', () => {
  const faults = (text) => lockFaults({ path: 'pnpm-lock.yaml', text }).length;
  assert.equal(faults(`resolution: {integrity: sha512-x, tarball: https://${'registry.elsewhere.net'}/a.tgz}`), 1);
  assert.equal(faults('resolution: {integrity: sha512-x}\n  http-errors@2.0.1:'), 0);
});
