// The closed vocabulary of file names in a noun's folder (docs/ARCHITECTURE.md, "A noun's folder").
import { projectFiles } from '../lib/sources.mjs';

const roles = ['controller', 'service', 'repository', 'entity', 'module', 'spec'];
const emptyWords = /(^|-)(utils?|helpers?|misc|constants?|interfaces?|dtos?|base|mappers?|manager|index)(-|$)/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const exempt = /^server\/src\/(platform|migrations)\//;

export const names = {
  name: 'file names of nouns',
  run: async () => nameFaults(projectFiles()),
};

export function nameFaults(paths) {
  const sources = paths.filter((path) => /^server\/src\/[^/]+\/.*\.ts$/.test(path) && !exempt.test(path));
  const folders = [...new Set(sources.map((path) => path.split('/')[2]))];
  return [...sources.flatMap(faultsOf), ...folders.flatMap((folder) => folderFaults(folder, sources)), ...paths.flatMap(emptyNames)];
}

function faultsOf(path) {
  const [name, role, ...rest] = path.slice(path.lastIndexOf('/') + 1).split('.').slice(0, -1);
  const faults = [];
  if (!kebab.test(name)) faults.push(`${path}: names are written like-this.`);
  if (role !== undefined && !(roles.includes(role) && rest.length === 0) && rest.join() !== 'spec') faults.push(`${path}: .${[role, ...rest].join('.')} is not in the vocabulary. A noun has ${roles.map((one) => `.${one}.ts`).join(', ')}, or a plain name that says what the file knows.`);
  return faults;
}

function folderFaults(folder, sources) {
  if (!kebab.test(folder)) return [`server/src/${folder}: folders are nouns, written like-this.`];
  const module = `server/src/${folder}/${folder}.module.ts`;
  return sources.includes(module) ? [] : [`server/src/${folder}: has no ${folder}.module.ts. Wire the noun there, or move its files to the noun they belong to.`];
}

/** Over the whole project: a name that fits everything says nothing. */
function emptyNames(path) {
  if (!/^(shared|server|miniapp)\/.*\.tsx?$/.test(path) || /^miniapp\/src\/(pages|packages)\//.test(path)) return [];
  const name = path.slice(path.lastIndexOf('/') + 1).split('.')[0];
  if (name === 'index' && /^miniapp\/(config|src\/custom-tab-bar)\//.test(path)) return [];
  // A practice base is a place: the field's word, not an emptiness.
  return emptyWords.test(name.replace('practice-base', 'place')) ? [`${path}: name the file after what it knows; "${name}" fits anything. No barrels either: import from the file itself.`] : [];
}
