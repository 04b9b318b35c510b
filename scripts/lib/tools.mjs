// What the tests need beyond npm packages: a browser with Chinese fonts, MariaDB, and Redis.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, run, step } from './steps.mjs';

const wanted = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  mariadbd: ['mariadbd', 'mysqld'],
  redis: ['redis-server'],
};
const packages = { chromium: ['chromium', 'fonts-noto-cjk'], mariadbd: ['mariadb-server'], redis: ['redis-server'] };

/** Paths of the tools that are there; a missing one is null. */
export function findTools() {
  return Object.fromEntries(Object.entries(wanted).map(([tool, names]) => [tool, pathOf(names)]));
}

function pathOf(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const name of names) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  return null;
}

/** The one command that brings a tool. */
export function commandFor(tool) {
  return `${process.getuid?.() === 0 ? '' : 'sudo '}sh scripts/install-tools.sh ${packages[tool].join(' ')}`;
}

/** On a Debian machine where we may (root), brings what is missing; elsewhere just looks. */
export async function installTools() {
  const tools = findTools();
  const missing = Object.keys(tools).filter((tool) => !tools[tool]);
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return tools;
  const names = missing.flatMap((tool) => packages[tool]);
  const install = () => run('sh', [join(root, 'scripts', 'install-tools.sh'), ...names]);
  await step(`安装测试要用的工具：${names.join('、')}`, install).catch((error) => console.log(`  装不上，用到它们的部分会跳过：${error.message.split('\n')[0]}`));
  return findTools();
}
