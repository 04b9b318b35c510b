import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Form } from '../form.ts';
import { xlsxOf } from './xlsx.ts';
import { type Entry, zipOf } from './zip.ts';

// Run by itself: makes a zip of so many sheets of sixty people, and says how many MB of bytes it holds at its last sheet beside those of the first tenth. Needs --expose-gc.
const sheets = Number(process.argv[2]);
const columns = [{ key: 'no', label: '序号', width: 10 }, { key: 'name', label: '姓名', width: 60 }];
const megabyte = 1024 * 1024;
let [before, after] = [0, 0];

function held(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function* people() {
  for (let at = 0; at < 60; at += 1) yield { name: `学员${at}` };
}

function sheet(): Form {
  const table = { heading: null, columns, rowHeight: null, rows: people() };
  return { key: 'sign-in', title: '签到表', unit: '青禾微党校', date: '', landscape: false, lead: null, facts: [], tables: [table], notes: [], signatures: [], check: null, fileName: '' };
}

async function* entries(): AsyncIterable<Entry> {
  for (let at = 0; at < sheets; at += 1) {
    if (at === sheets / 10) before = held();
    if (at === sheets - 1) after = held();
    yield { path: `第${at}张.xlsx`, packed: xlsxOf(sheet(), new Date(0)) };
  }
}

const zip = zipOf(entries(), new Date(0));
await pipeline(zip, new Writable({ write: (_chunk, _encoding, done) => done() }));
process.stdout.write(String(Math.round((after - before) / megabyte)));
