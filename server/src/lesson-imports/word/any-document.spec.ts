import { blocks as contract } from '@weidangxiao/shared/contract/blocks.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { AlignmentType, Document, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { cell, item, listDefinition, listInstance, paragraph, picture, png, row, run, style, styled, table, wordDocument } from '../../../test/word-document.ts';
import { readWord, type WordLesson } from './read-word.ts';

/** The blocks as they will be answered, once pictures have their files. */
const answered = ({ blocks }: WordLesson) =>
  blocks.map((block) => (block.type === 'picture' ? { type: 'image', fileId: '00000000-0000-4000-8000-000000000000', width: 1, height: 1, alt: block.alt, caption: block.caption } : block));

const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('　', '', ' ', '图1 清沟', '表1'), fc.nat({ max: 300 }).map((length) => '字🍊'.repeat(length)));
const escaped = words.map((text) => text.replace(/[\u0000-\u001f\ufffe\uffff]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;'));
const properties = fc.constantFrom('', '<w:b/>', '<w:b w:val="0"/>', '<w:vanish/>', '<w:vertAlign w:val="superscript"/>', '<w:rStyle w:val="nowhere"/>');
const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const inline = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(escaped, properties).map(([text, how]) => run(text, how)) },
  fc.constantFrom('<w:r><w:br/></w:r>', '<w:r><w:tab/></w:r>', picture('p'), picture('gone'), picture('p', { frame: 'anchor' }), mark('begin'), mark('separate'), mark('end'), '<w:r><w:instrText>TOC</w:instrText></w:r>', '<w:r><w:pict/></w:r>'),
);
const paragraphOf = fc.tuple(fc.array(inline, { maxLength: 5 }), fc.constantFrom('', '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="h1"/>', '<w:pStyle w:val="Caption"/>', '<w:pStyle w:val="Quote"/>', '<w:outlineLvl w:val="8"/>', '<w:rPr><w:del/></w:rPr>')).map(([parts, how]) => paragraph(parts.join('') || '<w:r/>', how));
const itemOf = fc.tuple(escaped, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })).map(([text, list, level]) => item(run(text), list, level));
const cellProperties = fc.constantFrom('', '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="1000"/>', '<w:vMerge/>', '<w:vMerge w:val="restart"/>', '<w:hMerge/>');
const block = fc.letrec<{ block: string; table: string }>((tie) => ({
  block: fc.oneof({ maxDepth: 3 }, paragraphOf, itemOf, tie('table')),
  table: fc.array(fc.array(fc.tuple(fc.array(tie('block'), { maxLength: 2 }), cellProperties).map(([content, how]) => cell(content.join('') || '<w:p/>', how)), { maxLength: 4 }).map((cells) => row(cells)), { maxLength: 5 }).map((rows) => table(rows)),
})).block;

const styles = style('Title', 'Title') + style('h1', 'heading 1') + style('Caption', 'caption') + style('Quote', 'Quote');
const numbering = listDefinition(1, Array.from({ length: 9 }, (_, at) => [at % 2 ? 'bullet' : 'decimal', `%${at + 1}.`] as const)) + listDefinition(2, [['chineseCounting', '第%1条']]) + listInstance(1, 1) + listInstance(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>') + listInstance(3, 2);
const media = { p: { name: 'p.png', bytes: png(4, 3) } };

describe('whatever is in a Word document', () => {
  it('its blocks are blocks of a lesson', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 12 }), async (body) => {
        const lesson = await readWord(wordDocument({ body: body.join(''), styles, numbering, media }));
        const result = contract.safeParse(answered(lesson));
        expect(result.error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('damaged anywhere, it is read or refused with a code', async () => {
    const parts = unzipSync(readFileSync(new URL('../../../test/fixtures/theme-2026-W48.docx', import.meta.url)));
    const names = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml', 'word/_rels/document.xml.rels'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.double({ min: 0, max: 0.99, noNaN: true }), fc.nat({ max: 60 }), fc.constantFrom('', '<', '"', '<w:p/>', '&', '\u0000', 'w:val="-1"'), async (name, place, length, instead) => {
        const text = Buffer.from(parts[name] ?? []).toString();
        const at = Math.floor(place * text.length);
        const damaged = text.slice(0, at) + instead + text.slice(at + length);
        const outcome = await readWord(Buffer.from(zipSync({ ...parts, [name]: strToU8(damaged) }, { level: 0 }))).then(answered, (error: unknown) => error);
        if (Array.isArray(outcome)) expect(contract.safeParse(outcome).success).toBe(true);
        else expect(outcome).toBeInstanceOf(AppError);
      }),
      { numRuns: 120 },
    );
  });
});

describe('a document that a library wrote', () => {
  it('comes with its headings, lists, table, picture and named losses', async () => {
    const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'steps', level } });
    const made = new Document({
      numbering: { config: [{ reference: 'steps', levels: [LevelFormat.DECIMAL, LevelFormat.BULLET].map((format, level) => ({ level, format, text: level === 0 ? '%1.' : '•', alignment: AlignmentType.START })) }] },
      footnotes: { 1: { children: [new Paragraph('县农业局2026年公告')] } },
      sections: [{
        children: [
          new Paragraph({ text: '小龙虾越冬', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: '一、水', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun('水深保持'), new TextRun({ text: '50厘米', bold: true }), new TextRun('以上🦞。'), new FootnoteReferenceRun(1), new ExternalHyperlink({ link: 'https://example.com/', children: [new TextRun('看原文')] })] }),
          numbered('清塘', 0), numbered('先排水', 1), numbered('再晒塘', 1), numbered('消毒', 0),
          new Table({ rows: [new TableRow({ tableHeader: true, children: [new TableCell({ columnSpan: 2, children: [new Paragraph('用药')] })] }), new TableRow({ children: [new TableCell({ children: [new Paragraph('生石灰')] }), new TableCell({ children: [new Paragraph('75千克')] })] })] }),
          new Paragraph({ children: [new ImageRun({ type: 'png', data: png(8, 6), transformation: { width: 80, height: 60 }, altText: { name: '图', title: '', description: '晒塘' } })] }),
        ],
      }],
    });
    const { title, blocks, warnings } = await readWord(await Packer.toBuffer(made));
    expect(title).toBe('小龙虾越冬');
    expect(blocks).toMatchObject([
      { type: 'heading', level: 1, text: '一、水' },
      { type: 'paragraph', runs: [{ text: '水深保持' }, { text: '50厘米', bold: true }, { text: '以上🦞。看原文' }] },
      { type: 'list', ordered: true, items: [{ runs: [{ text: '清塘' }], children: { ordered: false, items: [{ runs: [{ text: '先排水' }] }, { runs: [{ text: '再晒塘' }] }] } }, { runs: [{ text: '消毒' }] }] },
      { type: 'table', header: true, rows: [[{ colspan: 2 }], [{ runs: [{ text: '生石灰' }] }, { runs: [{ text: '75千克' }] }]] },
      { type: 'picture', alt: '晒塘' },
    ]);
    expect(warnings.list().map(({ code, count }) => [code, count])).toEqual([['LINKS', 1], ['FOOTNOTES', 1]]);
  });
});
