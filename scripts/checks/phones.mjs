// Sample phone numbers have 0000 in their middle, so that none of them is anybody's.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFiles } from '../lib/sources.mjs';
import { root } from '../lib/steps.mjs';

const phone = /(?<![\w.-])(?:\+?86[ -]?)?(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?!\w)/g;
const picture = /\.(png|jpe?g|webp|gif|ico|woff2?|mp3|m4a|wav)$/;
const office = /\.(xlsx|docx|zip)$/;

export const phones = {
  name: 'sample phones have 0000 in the middle',
  async run() {
    const paths = projectFiles().filter((path) => path !== 'pnpm-lock.yaml' && !picture.test(path));
    const faults = await Promise.all(paths.map(async (path) => phoneFaults({ path, text: await textOf(path) })));
    return faults.flat();
  },
};

/** Full-width digits count too. */
export function phoneFaults({ path, text }) {
  const real = [...text.normalize('NFKC').matchAll(phone)].filter(([, , middle]) => middle !== '0000');
  return real.map(([, start, , end]) => `${path}: a phone number ${start}????${end} that could be somebody's. Write ${start}0000${end}.`);
}

function textOf(path) {
  const bytes = readFileSync(join(root, path));
  return office.test(path) ? textInZip(bytes) : bytes.toString('utf8');
}

/** All XML parts of an Office file; a file that is no zip (there are such fixtures) is read as it is. */
async function textInZip(bytes) {
  const yauzl = createRequire(join(root, 'server', 'package.json'))('yauzl');
  try {
    const zip = await yauzl.fromBufferPromise(bytes);
    const parts = [];
    for await (const entry of zip.eachEntry()) if (/\.(xml|rels)$/.test(entry.fileName) && entry.uncompressedSize < 1 << 24) parts.push(await readAll(await zip.openReadStreamPromise(entry)));
    return parts.join('\n');
  } catch {
    return bytes.toString('latin1');
  }
}

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
