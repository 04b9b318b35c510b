// The repository names no machine and no host but those it really means.
import { faultsByLine, read } from '../lib/sources.mjs';

const binary = /\.(png|jpe?g|webp|gif|ico|woff2?|mp3|m4a|wav|xlsx|docx|zip|sqlite)$/;
const folder = /(?<![\w.~/$}-])\/(?:home|Users|root|work|workspace|mnt)\/[\w.-]+/g;
const address = /\b(?:https?|wss?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)/gi;

/** Hosts that code and configuration may name. Documents may name more. */
const known = [
  /^(localhost|127\.0\.0\.1|0\.0\.0\.0|host)$/,
  /(^|\.)(example|invalid|test|local|localhost)$|(^|\.)example\.(org|com|net)$/,
  /(^|\.)weixin\.qq\.com$/,
  // Where WeChat keeps the pictures of articles: it strips any other address.
  /^mmbiz\.qpic\.cn$/,
  /^www\.w3\.org$|^schemas\.(openxmlformats\.org|microsoft\.com)$|^purl\.(org|oclc\.org)$|^json\.schemastore\.org$|^swc\.rs$|^www\.apache\.org$/,
];

export const places = {
  name: 'no paths of a machine, no foreign hosts',
  run: async () => read((path) => path !== 'pnpm-lock.yaml' && !binary.test(path)).flatMap(placeFaults),
};

export function placeFaults(file) {
  const paths = faultsByLine(file, folder, ([path]) => `${path} is a folder of somebody's machine. Start from the project (import.meta.dirname), or take it from the environment.`);
  return [...paths, ...(/\.md$/.test(file.path) ? [] : faultsByLine(file, address, foreign))];
}

function foreign([, host]) {
  if (known.some((pattern) => pattern.test(host.toLowerCase()))) return null;
  return `${host}: everything is loaded from this server. Keep a copy here, use example.org for a sample, or add the host to scripts/checks/places.mjs with its reason.`;
}
