import { call } from '../../platform/request.ts';
import { type SheetPage, sheetPages, type SheetSource } from './sheet-pages.ts';

/** The pages of one session's sheet, with those who are expected as the roster knows them now. */
export async function sheetsOf(id: string): Promise<SheetPage[]> {
  return sheetPages(await sourceOf(id));
}

/** One after the other, a few at a time: a week has a dozen sessions. */
export async function sheetsOfAll(ids: readonly string[]): Promise<SheetPage[]> {
  const pages: SheetPage[] = [];
  for (let from = 0; from < ids.length; from += 4) pages.push(...(await Promise.all(ids.slice(from, from + 4).map(sheetsOf))).flat());
  return pages;
}

async function sourceOf(id: string): Promise<SheetSource> {
  const [session, first] = await Promise.all([call('getStudySession', { params: { id } }), call('listAttendance', { params: { id }, query: {} })]);
  const rows = [...first.items];
  for (let page = 2; rows.length < first.total; page += 1) rows.push(...(await call('listAttendance', { params: { id }, query: { page } })).items);
  return { session, rows };
}
