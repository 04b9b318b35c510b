import { listDefinition, listInstance, paragraph, run, style, styled } from '../../../test/word-document.ts';
import { plain, read } from './reading-for-tests.ts';

const outline = (level: number): string => `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`;
const title = style('Title', 'Title');
const text = paragraph('正文里的一句话。');

const headingsIn = async (body: string, styles: string, numbering = '') =>
  (await read({ body: styled('Title', '题目') + body, styles: title + styles, numbering })).blocks.flatMap((block) => (block.type === 'heading' ? [`${block.level} ${block.text}`] : []));

describe('headings of a Word document', () => {
  it('are known by the names that Word, a Chinese Word and WPS give their styles', async () => {
    const styles = style('1', 'heading 1') + style('21', 'Heading 2') + style('biaoti', '标题 3');
    expect(await headingsIn(styled('1', '一') + styled('21', '二') + styled('biaoti', '三'), styles)).toEqual(['1 一', '2 二', '3 三']);
  });

  it('are known by their outline level, through styles of people’s own and in the paragraph itself', async () => {
    const styles = style('base', '章', outline(0)) + style('own', '我的章', '<w:basedOn w:val="base"/>') + style('h2', 'heading 2') + style('mine', '小节', '<w:basedOn w:val="h2"/>');
    const own = paragraph('段落自己的', '<w:outlineLvl w:val="1"/>');
    expect(await headingsIn(styled('own', '章') + styled('mine', '节') + own, styles)).toEqual(['1 章', '2 节', '2 段落自己的']);
  });

  it('are none where the paragraph says that it is body text', async () => {
    const body = paragraph('只是正文。', '<w:pStyle w:val="h1"/><w:outlineLvl w:val="9"/>');
    expect(await headingsIn(body, style('h1', 'heading 1'))).toEqual([]);
  });

  it('are known by the id where the file does not describe the style', async () => {
    expect(await headingsIn(styled('Heading2', '没写样式'), '')).toEqual(['2 没写样式']);
  });

  it('survive styles that are based on each other in a circle', async () => {
    const styles = style('a', '甲', '<w:basedOn w:val="b"/>') + style('b', '乙', '<w:basedOn w:val="a"/>');
    expect(await headingsIn(styled('a', '转圈'), styles)).toEqual([]);
  });

  it('carry the numbers that Word shows before them', async () => {
    const styles = style('h1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>') + style('h2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>');
    const numbering = listDefinition(7, [['chineseCountingThousand', '%1、'], ['decimal', '%1.%2']]) + listInstance(3, 7);
    const body = styled('h1', '清沟') + styled('h2', '主沟') + styled('h2', '厢沟') + styled('h1', '施肥') + styled('h2', '基肥');
    expect(await headingsIn(body, styles, numbering)).toEqual(['1 一、清沟', '2 一.1 主沟', '2 一.2 厢沟', '1 二、施肥', '2 二.1 基肥']);
  });

  it('carry their numbers in digits where the list asks for that', async () => {
    const styles = style('h2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>');
    const numbering = (listDefinition(7, [['chineseCounting', '%1、'], ['decimal', '%1.%2']]) + listInstance(3, 7)).replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>');
    expect(await headingsIn(styled('h2', '主沟'), styles, numbering)).toEqual(['2 1.1 主沟']);
  });

  it('deeper than three levels are shown as the third, and counted', async () => {
    const { blocks, lost } = await read({ body: styled('Title', '题目') + styled('h5', '很深'), styles: title + style('h5', 'heading 5') });
    expect(blocks).toEqual([{ type: 'heading', level: 3, text: '很深' }]);
    expect(lost).toEqual({ HEADING_LEVELS: 1 });
  });

  it('as long as a paragraph are paragraphs', async () => {
    const long = '很'.repeat(201);
    const { blocks, lost } = await read({ body: styled('Title', '题目') + styled('h1', long), styles: title + style('h1', 'heading 1') });
    expect(blocks).toEqual([plain(long)]);
    expect(lost).toEqual({ HEADINGS_LONG: 1 });
  });

  it('that make up a table of contents are left out and counted', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = paragraph(mark('begin') + '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>' + mark('separate') + run('一、清沟 1')) + paragraph(run('二、施肥 2')) + paragraph(mark('end'));
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}${styled('toc1', '一 1')}</w:sdtContent></w:sdt>`;
    const { blocks, lost } = await read({ body: styled('Title', '题目') + field + control + styled('toc1', '三、防冻 3') + text, styles: title + style('toc1', 'toc 1') });
    expect(blocks).toEqual([plain('正文里的一句话。')]);
    expect(lost).toEqual({ CONTENTS_TABLE: 5 });
  });
});

describe('the title of a Word document', () => {
  const h1 = style('h1', 'heading 1');
  const titleOf = async (body: string) => {
    const { title: found, blocks } = await read({ body, styles: title + h1 });
    return { title: found, texts: blocks.map((block) => ('text' in block ? block.text : block.type)) };
  };

  it('is the line in the style Title, wherever it stands, and is not repeated', async () => {
    expect(await titleOf(text + styled('Title', '冬季　果园') + styled('h1', '一'))).toEqual({ title: '冬季　果园', texts: ['paragraph', '一'] });
    expect((await read({ body: styled('a3', '冬季果园') + text, styles: style('a3', '标题') })).title).toBe('冬季果园');
  });

  it('may be written on two lines; a later one is a heading', async () => {
    expect(await titleOf(styled('Title', '冬季果园') + styled('Title', '管护与增收') + text + styled('Title', '附录'))).toEqual({ title: '冬季果园 管护与增收', texts: ['paragraph', '附录'] });
  });

  it('is else a first line that looks like one, before the headings', async () => {
    const centered = paragraph('冬季果园管护', '<w:jc w:val="center"/>');
    expect(await titleOf(centered + styled('h1', '一'))).toEqual({ title: '冬季果园管护', texts: ['一'] });
    const large = paragraph(run('冬季果园管护', '<w:sz w:val="44"/>'));
    expect(await titleOf(large + styled('h1', '一'))).toEqual({ title: '冬季果园管护', texts: ['一'] });
  });

  it('is else the first heading', async () => {
    expect(await titleOf(text + styled('h1', '一、清沟') + styled('h1', '二、施肥'))).toEqual({ title: '一、清沟', texts: ['paragraph', '二、施肥'] });
  });

  it('is else a short first line, and none where the first line is a sentence', async () => {
    expect(await titleOf(paragraph('果园管护要点') + text)).toEqual({ title: '果园管护要点', texts: ['paragraph'] });
    expect(await titleOf(text)).toEqual({ title: null, texts: ['paragraph'] });
    expect(await titleOf(text + text)).toEqual({ title: null, texts: ['paragraph', 'paragraph'] });
    expect(await titleOf('')).toEqual({ title: null, texts: [] });
  });
});
