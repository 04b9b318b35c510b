import { blocks as contract } from '@weidangxiao/shared/contract/blocks.ts';
import { cell, item, listDefinition, listInstance, paragraph, picture, png, row, run, table } from '../../../test/word-document.ts';
import { plain, read, type Reading } from './reading-for-tests.ts';

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const above = '<w:vMerge/>';
const top = '<w:vMerge w:val="restart"/>';
const opening = paragraph('开头是一句话。');
const media = { p: { name: 'p.png', bytes: png(4, 3) }, q: { name: 'q.png', bytes: png(4, 3) } };

async function readTables(body: string, more = {}): Promise<Reading> {
  const reading = await read({ body: opening + body, media, ...more });
  return { ...reading, blocks: reading.blocks.slice(1) };
}

/** Rows as lines: cells parted by `|`, spans as `text<columns,rows>`. */
function linesOf({ blocks }: Reading): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [block.type];
    const lines = block.rows.map((cells) => cells.map(({ runs, colspan = 1, rowspan = 1 }) => runs.map(({ text }) => text).join('') + (colspan * rowspan > 1 ? `<${colspan},${rowspan}>` : '')).join('|'));
    return [block.header ? 'table with header' : 'table', ...lines];
  });
}

describe('tables of a Word document', () => {
  it('keep cells that span columns and rows', async () => {
    const body = table([
      row([cell('合并', span(2) + top), cell('丙')]),
      row([cell('', span(2) + above), cell('己', top)]),
      row(['庚', '辛', cell('', above)]),
    ]);
    expect(linesOf(await readTables(body))).toEqual(['table', '合并<2,2>|丙', '己<1,2>', '庚|辛']);
  });

  it('know an old way to join cells, and rows that begin further in', async () => {
    const body = table([
      row([cell('甲', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), '乙']),
      row(['丙', '丁'], '<w:gridBefore w:val="1"/>'),
    ]);
    expect(linesOf(await readTables(body))).toEqual(['table', '甲<2,1>|乙', '|丙|丁']);
  });

  it('begin a cell anew where there is nothing above to go on with', async () => {
    const body = table([row([cell('甲', above), '乙']), row([cell('丙', span(2) + above)])]);
    expect(linesOf(await readTables(body))).toEqual(['table', '甲|乙', '丙<2,1>']);
  });

  it('have a header where Word marks one, where it is bold, and where words stand above figures', async () => {
    const first = async (...rows: string[]) => linesOf(await readTables(table(rows)))[0];
    expect(await first(row(['甲', '乙'], '<w:tblHeader/>'), row(['丙', '丁']))).toBe('table with header');
    expect(await first(row([paragraph(run('甲', '<w:b/>')), paragraph(run('乙', '<w:b/>'))].map((content) => cell(content))), row(['丙', '丁']))).toBe('table with header');
    expect(await first(row(['项目', '每亩用工']), row(['清沟', '1.0']), row(['施肥', '1.5']))).toBe('table with header');
    expect(await first(row(['清沟', '1.0']), row(['施肥', '1.5']))).toBe('table');
    expect(await first(row(['甲', '乙']), row(['丙', '丁']))).toBe('table');
    expect(await first(row(['甲', '乙'], '<w:tblHeader/>'))).toBe('table');
  });

  it('have a header where their style makes the first row stand out, unless the table turns that off', async () => {
    const styles = '<w:style w:type="table" w:styleId="Grid4"><w:name w:val="Grid Table 4"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>';
    const looking = async (look: string) => linesOf(await readTables(table([row(['甲', '乙']), row(['丙', '丁'])], `<w:tblStyle w:val="Grid4"/>${look}`), { styles }))[0];
    expect(await looking('<w:tblLook w:val="04A0"/>')).toBe('table with header');
    expect(await looking('<w:tblLook w:val="0480"/>')).toBe('table');
    expect(await looking('<w:tblLook w:firstRow="0" w:val="04A0"/>')).toBe('table');
  });

  it('keep lines and bold words of a cell', async () => {
    const { blocks } = await readTables(table([row([cell(paragraph(run('先') + run('清沟', '<w:b/>')) + paragraph('再施肥')), '乙'])]));
    expect(blocks[0]).toMatchObject({ rows: [[{ runs: [{ text: '先' }, { text: '清沟\n', bold: true }, { text: '再施肥' }] }, {}]] });
  });

  it('turn lists and tables in cells into lines, and count that', async () => {
    const numbering = listDefinition(1, [['decimal', '%1.']]) + listInstance(1, 1);
    const body = table([row([cell(item('清沟') + item('施肥')), cell(table([row(['a', 'b']), row(['c', 'd'])]))])]);
    const reading = await readTables(body, { numbering });
    expect(linesOf(reading)).toEqual(['table', '1. 清沟\n2. 施肥|a b\nc d']);
    expect(reading.lost).toEqual({ TABLE_CONTENT: 2 });
  });

  it('put the pictures of their cells after themselves, and count that', async () => {
    const reading = await readTables(table([row(['甲', cell(paragraph(picture('p')))]), row(['乙', '丙'])]));
    expect(linesOf(reading)).toEqual(['table', '甲|', '乙|丙', 'picture']);
    expect(reading.lost).toEqual({ PICTURES_MOVED: 1 });
  });

  it('that only hold pictures, or frame a text, are what is in them', async () => {
    const pictures = await readTables(table([row([cell(paragraph(picture('p'))), cell(paragraph(picture('q')))])]));
    expect(linesOf(pictures)).toEqual(['picture', 'picture']);
    expect(pictures.lost).toEqual({});
    expect((await readTables(table([row([cell(paragraph('框里的话。') + paragraph('又一句。'))])]))).blocks).toEqual([plain('框里的话。'), plain('又一句。')]);
  });

  it('leave out rows that a tracked change deleted', async () => {
    const reading = await readTables(table([row(['甲', '乙']), row(['丙', '丁'], '<w:del w:id="1" w:author="审稿人"/>')]));
    expect(linesOf(reading)).toEqual(['table', '甲|乙']);
    expect(reading.lost).toEqual({ TRACKED_CHANGES: 1 });
  });

  it('too long are cut in parts, too wide become lines, as the contract allows', async () => {
    const long = await readTables(table(Array.from({ length: 450 }, (_, at) => row([cell(`${at}`, at === 0 ? top : above), `行${at}`]))));
    expect(long.blocks.map((block) => (block.type === 'table' ? block.rows.length : 0))).toEqual([200, 200, 50]);
    expect(contract.safeParse(long.blocks).success).toBe(true);
    const wide = await readTables(table([row(Array.from({ length: 21 }, (_, at) => `列${at}`)), row(['只有一格', cell('', span(99))])]));
    expect(wide.blocks).toEqual([plain(Array.from({ length: 21 }, (_, at) => `列${at}`).join('，')), plain('只有一格')]);
    expect(wide.lost).toEqual({ TABLES_WIDE: 1 });
  });

  it('of nothing are left out', async () => {
    expect((await readTables(table([row(['', '']), row(['', ''])]))).blocks).toEqual([]);
  });
});
