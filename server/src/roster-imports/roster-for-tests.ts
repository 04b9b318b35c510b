import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';
import { readFileSync } from 'node:fs';
import type { Api, SentFile } from '../../test/api.ts';
import type { Actor } from '../../test/factory.ts';
import type { TestServer } from '../../test/test-server.ts';
import { Member } from '../members/member.entity.ts';
import { Database } from '../platform/database/database.ts';

export type Line = readonly CellValue[];

/** An .xlsx with these lines from the first row on, and whatever is done to its sheet afterwards. */
export async function xlsx(lines: readonly Line[], shape: (sheet: Worksheet, workbook: ExcelJS.Workbook) => void = () => undefined): Promise<{ name: string; bytes: Buffer }> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名册');
  for (const line of lines) sheet.addRow([...line]);
  shape(sheet, workbook);
  return { name: '花名册.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

/** The texts of a downloaded sheet, row by row. */
export async function linesOf(bytes: Uint8Array): Promise<{ sheet: Worksheet; lines: CellValue[][] }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  const lines: CellValue[][] = [];
  sheet.eachRow((row) => void lines.push((row.values as CellValue[]).slice(1)));
  return { sheet, lines };
}

export const fixture = (name: string): Buffer => readFileSync(new URL(`../../test/fixtures/${name}`, import.meta.url));
export const sample: SentFile = { name: '党员名册.xlsx', bytes: fixture('roster-sample.xlsx') };
export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];

export type Import = Answer<'createRosterImport'>;

/** An admin of a fresh town, outside of all groups. */
export const admin = (server: TestServer): Promise<Actor> => server.make.actor({ roles: ['admin'], groupId: null, name: '周老师' });

/** The town of the sample. */
export async function adminOfThirteenGroups(server: TestServer): Promise<Actor> {
  const actor = await admin(server);
  for (const numeral of numerals) await server.make.group(actor.town, `第${numeral}学习小组`);
  return actor;
}

export const upload = (api: Api, file: SentFile): Promise<Import> => api.call('createRosterImport', { file });
export const uploadLines = async (api: Api, lines: readonly Line[]): Promise<Import> => upload(api, await xlsx(lines));

export const membersOf = async (api: Api, q?: string) => (await api.call('listMembers', { query: { pageSize: 100, q } })).items;
export const activeIn = (server: TestServer, town: { id: string }): Promise<Member[]> => server.get(Database).rows(Member).findBy({ townId: town.id, state: 'active' });
