// Writes .env.example from the variables that the server reads. `--print` shows it instead (for the check that it is fresh).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root, run } from './lib/steps.mjs';

const example = join(root, '.env.example');

/** What compose.yaml needs besides the server's own variables. */
const forCompose = `# --- compose.yaml -----------------------------------------------------------

# Passwords of the database that compose.yaml starts. Letters and digits only: openssl rand -hex 24
MARIADB_PASSWORD=
MARIADB_ROOT_PASSWORD=

# Port of this machine that your HTTPS proxy forwards to. Only this machine can reach it.
PUBLISHED_PORT=3000
`;

const head = `# Configuration of the server. Copy to .env, fill in what has no "#" before its name, keep the file secret (chmod 600 .env).
# Made by \`node scripts/env-example.mjs\` from server/src/platform/config/variables.ts: change it there.
`;

const rest = '# --- May stay as it is ------------------------------------------------------';
const required = '# --- Required in production -------------------------------------------------';

/** The variables as [name, description, default], read by the pinned Node, which runs TypeScript as it is. */
async function variables() {
  const code = `import { variables } from ${JSON.stringify(join(root, 'server/src/platform/config/variables.ts'))};
    const rows = Object.entries(variables).map(([name, { description, def }]) => [name, description ?? '', ['default', 'prefault'].includes(def.type) ? String(def.defaultValue) : '']);
    console.log(JSON.stringify(rows));`;
  return JSON.parse(await run(node24, ['--no-warnings', '--input-type=module', '--eval', code]));
}

function entry([name, description, value], prefix) {
  return `# ${description}\n${prefix}${name}=${value === 'false' ? 'none' : value}\n`;
}

export async function envExample() {
  const rows = await variables();
  const isRequired = ([, description]) => /Required (in production|unless)/.test(description);
  const filled = rows.filter(isRequired).map((row) => entry(row, ''));
  const optional = rows.filter((row) => !isRequired(row)).map((row) => entry(row, '#'));
  return [head, required, ...filled, forCompose, rest, ...optional].map((part) => `${part.trimEnd()}\n`).join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const text = await envExample();
  if (process.argv.includes('--print')) process.stdout.write(text);
  else writeFileSync(example, text);
}
