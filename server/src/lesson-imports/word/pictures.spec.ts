import { paragraph, picture, png, row, run, style, styled, table } from '../../../test/word-document.ts';
import { plain, read, type Reading } from './reading-for-tests.ts';

const media = { p: { name: 'image1.png', bytes: png(4, 3) }, q: { name: 'image2.png', bytes: png(4, 3) } };
const styles = style('Caption', 'caption') + style('tz', '题注');
const opening = paragraph('开头是一句话。');

async function readPictures(body: string, more = {}): Promise<Reading> {
  const reading = await read({ body: opening + body, media, styles, ...more });
  return { ...reading, blocks: reading.blocks.slice(1) };
}

/** Blocks as words: a text as it stands, a picture as `[part alt caption]`. */
function wordsOf({ blocks }: Reading): string[] {
  return blocks.map((block) => {
    if (block.type === 'picture') return `[${[block.part.replace('word/media/', ''), block.alt, block.caption].filter(Boolean).join(' ')}]`;
    return block.type === 'paragraph' ? block.runs.map(({ text }) => text).join('') : block.type;
  });
}

const words = async (body: string, more = {}) => wordsOf(await readPictures(body, more));

describe('pictures of a Word document', () => {
  it('stand where they stood, with what somebody wrote about them', async () => {
    const body = paragraph('看图。') + paragraph(picture('p', { description: '一棵刷白的柑橘树' })) + paragraph('看完了。');
    expect(await words(body)).toEqual(['看图。', '[image1.png 一棵刷白的柑橘树]', '看完了。']);
  });

  it('have no description where a program put a file’s name there', async () => {
    expect(await words(paragraph(picture('p', { description: 'IMG_0001.jpg' }) + picture('q', { description: 'C:\\Users\\photo' })))).toEqual(['[image1.png]', '[image2.png]']);
  });

  it('cut a line between sentences, never a sentence', async () => {
    const clean = await readPictures(paragraph(run('第一句。') + '<w:r><w:br/></w:r>' + picture('p') + run('第二句。')));
    expect(wordsOf(clean)).toEqual(['第一句。', '[image1.png]', '第二句。']);
    expect(clean.lost).toEqual({});
    const within = await readPictures(paragraph(run('点开') + picture('p') + run('图标。')));
    expect(wordsOf(within)).toEqual(['点开图标。', '[image1.png]']);
    expect(within.lost).toEqual({ PICTURES_MOVED: 1 });
  });

  it('that float beside a text come before it or after it, not into it', async () => {
    const floating = picture('p', { frame: 'anchor' });
    expect(await words(paragraph(floating + run('旁边的话。')))).toEqual(['[image1.png]', '旁边的话。']);
    expect(await words(paragraph(run('旁边') + floating + run('的话。')))).toEqual(['旁边的话。', '[image1.png]']);
  });

  it('have their caption from below or from above; a table’s caption is a line', async () => {
    expect(await words(paragraph(picture('p')) + styled('Caption', '图1 清沟') + paragraph(picture('q')) + styled('tz', '图2 刷白'))).toEqual(['[image1.png 图1 清沟]', '[image2.png 图2 刷白]']);
    expect(await words(styled('Caption', '图1 清沟') + paragraph(picture('p')) + styled('Caption', '图2 刷白') + paragraph(picture('q')))).toEqual(['[image1.png 图1 清沟]', '[image2.png 图2 刷白]']);
    expect(await words(paragraph(picture('p')) + styled('Caption', '表1 用工') + table([row(['甲', '乙'])]))).toEqual(['[image1.png]', '表1 用工', 'table']);
    expect(await words(styled('Caption', '没有图的题注'))).toEqual(['没有图的题注']);
  });

  it('are found in VML, in groups and in what is written twice', async () => {
    const old = '<w:r><w:pict><v:shape alt="旧式图片"><v:imagedata r:id="p"/></v:shape></w:pict></w:r>';
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${picture('q').replace(/<\/?w:r>/g, '')}</mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata r:id="q"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await words(paragraph(old + both))).toEqual(['[image1.png 旧式图片]', '[image2.png]']);
  });

  it('linked, missing or cropped are counted', async () => {
    const linked = picture('x').replace('r:embed', 'r:link');
    const cropped = picture('q', { crop: '<a:srcRect l="10000" r="0"/>' });
    const { lost } = await readPictures(paragraph(linked + picture('nowhere') + cropped));
    expect(lost).toEqual({ PICTURES_LINKED: 1, PICTURES_BROKEN: 1, PICTURES_CROPPED: 1 });
  });

  it('that are hidden are left out and counted', async () => {
    const { blocks, lost } = await readPictures(paragraph(picture('p').replace('name="图片 1"', 'name="图片 1" hidden="1"')));
    expect(blocks).toEqual([]);
    expect(lost).toEqual({ HIDDEN_TEXT: 1 });
  });
});

describe('what else is drawn into a Word document', () => {
  const drawing = (content: string): string => `<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="x">${content}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;

  it('text boxes keep their text, once, beside the line that they belong to', async () => {
    const box = `<wps:wsp><wps:txbx><w:txbxContent>${paragraph('温馨提示：')}${paragraph('带好水鞋。')}</w:txbxContent></wps:txbx></wps:wsp>`;
    const old = `<w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('温馨提示：')}</w:txbxContent></v:textbox></v:shape></w:pict>`;
    const body = paragraph(run('正文') + `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(box).slice('<w:r>'.length, -'</w:r>'.length)}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>` + run('接着说。'));
    const { blocks, lost } = await readPictures(body);
    expect(blocks).toEqual([plain('正文接着说。'), plain('温馨提示：'), plain('带好水鞋。')]);
    expect(lost).toEqual({ TEXT_BOXES: 1 });
  });

  it('charts, SmartArt, shapes and embedded files are counted', async () => {
    const embedded = '<w:r><w:object><v:shape><v:imagedata r:id="p"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const formula = '<w:r><w:object><v:shape><v:imagedata r:id="p"/></v:shape><o:OLEObject ProgID="Equation.3"/></w:object></w:r>';
    const { blocks, lost } = await readPictures(paragraph(drawing('<c:chart r:id="c"/>') + drawing('<dgm:relIds r:dm="d"/>') + drawing('<wps:wsp><wps:spPr/></wps:wsp>') + embedded + formula));
    expect(blocks).toEqual([]);
    expect(lost).toEqual({ CHARTS: 1, SMART_ART: 1, SHAPES: 1, EMBEDDED_OBJECTS: 1, EQUATIONS: 1 });
  });
});
