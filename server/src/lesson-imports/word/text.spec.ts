import { paragraph, run, style, styled } from '../../../test/word-document.ts';
import { plain, read } from './reading-for-tests.ts';

const bold = '<w:b/>';
const tracked = 'w:id="1" w:author="审稿人" w:date="2026-11-20T00:00:00Z"';

async function runsOf(content: string, styles = '') {
  const { blocks } = await read({ body: paragraph(run('开头一段够长的话，它不会被当成标题。')) + content, styles });
  const [, block] = blocks;
  return block?.type === 'paragraph' ? block.runs : block;
}

const textIn = async (content: string): Promise<string> => {
  const runs = await runsOf(paragraph(content));
  return Array.isArray(runs) ? runs.map(({ text }) => text).join('') : '';
};

describe('text of a Word document', () => {
  it('keeps full-width spaces, rare characters and emoji as they are', async () => {
    expect(await textIn(run('　　学习时间：周一　🍊👨‍🌾 𠮷田 Ａ１'))).toBe('　　学习时间：周一　🍊👨‍🌾 𠮷田 Ａ１');
  });

  it('cuts a very long run between characters, never through one', async () => {
    const runs = await runsOf(paragraph(run('🍊'.repeat(4000))));
    expect(runs).toHaveLength(2);
    expect(await textIn(run('🍊'.repeat(4000)))).toBe('🍊'.repeat(4000));
    expect(Array.isArray(runs) && runs.every(({ text }) => text.length <= 5000 && !/[\uD800-\uDBFF]$/.test(text))).toBe(true);
  });

  it('joins runs that look alike, and tells bold from plain', async () => {
    const content = paragraph(run('先') + run('清沟，') + run('再', bold) + run('施肥', bold) + run('。'));
    expect(await runsOf(content)).toEqual([{ text: '先清沟，' }, { text: '再施肥', bold: true }, { text: '。' }]);
  });

  it('knows bold from a paragraph style, a character style, and what turns it off again', async () => {
    const styles = style('Loud', '强调段', `<w:rPr>${bold}</w:rPr>`) + style('Louder', '更强', '<w:basedOn w:val="Loud"/>') + `<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr>${bold}</w:rPr></w:style>`;
    expect(await runsOf(styled('Louder', '都是粗体'), styles)).toEqual([{ text: '都是粗体', bold: true }]);
    expect(await runsOf(paragraph(run('粗', '<w:rStyle w:val="Strong"/>') + run('细')), styles)).toEqual([{ text: '粗', bold: true }, { text: '细' }]);
    expect(await runsOf(styled('Loud', run('粗') + run('细', '<w:b w:val="0"/>') + run('也细', '<w:b w:val="false"/>')), styles)).toEqual([{ text: '粗', bold: true }, { text: '细也细' }]);
    // Bold within bold stands out by being plain.
    expect(await runsOf(styled('Loud', run('反过来', '<w:rStyle w:val="Strong"/>')), styles)).toEqual([{ text: '反过来' }]);
  });

  it('keeps tabs, line breaks and hyphens; outer spaces only where the file asks for them', async () => {
    const content = '<w:r><w:t> 姓名 </w:t><w:tab/><w:t>电话</w:t><w:br/><w:t>0000</w:t><w:noBreakHyphen/><w:t>1234</w:t><w:softHyphen/><w:t>完</w:t></w:r>';
    expect(await textIn(content)).toBe('姓名\t电话\n0000‑1234完');
    expect(await textIn('<w:r><w:t xml:space="preserve">a </w:t><w:t>b</w:t></w:r>')).toBe('a b');
  });

  it('keeps squares and formulas of one line, raised and lowered', async () => {
    expect(await textIn(run('每亩667m') + run('2', '<w:vertAlign w:val="superscript"/>') + run('，排CO') + run('2', '<w:vertAlign w:val="subscript"/>'))).toBe('每亩667m²，排CO₂');
  });

  it('leaves an empty line out', async () => {
    expect((await read({ body: paragraph('') + paragraph('　') + paragraph('第一句写得像一句话。') })).blocks).toEqual([plain('第一句写得像一句话。')]);
  });

  it('keeps what stands in content controls, smart tags and custom XML, once; not what a control says while it is empty', async () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('控件里的话。')}</w:sdtContent></w:sdt>`;
    const empty = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入文字')}</w:sdtContent></w:sdt>`;
    const inline = paragraph(`<w:smartTag>${run('十一月')}</w:smartTag><w:customXml>${run('下旬')}</w:customXml>${empty}`);
    expect((await read({ body: `${control}<w:customXml>${inline}</w:customXml>` })).blocks).toEqual([plain('控件里的话。'), plain('十一月下旬')]);
  });

  it('takes content that is written for newer and older readers once', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="w14">${run('新')}</mc:Choice><mc:Fallback>${run('旧')}</mc:Fallback></mc:AlternateContent>`;
    expect(await textIn(run('只有一次：') + both)).toBe('只有一次：旧');
  });

  it('keeps results of fields, not their instructions, also of fields in fields', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const asked = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const inner = mark('begin') + asked('PAGE') + mark('separate') + run('3') + mark('end');
    const outer = mark('begin') + asked('IF ') + inner + asked(' = 3') + mark('separate') + run('第三页') + mark('end');
    expect(await textIn(run('看') + outer + `<w:fldSimple w:instr="DATE">${run('11月23日')}</w:fldSimple>`)).toBe('看第三页11月23日');
  });
});

describe('what a lesson cannot keep of the text is counted', () => {
  const lostIn = async (content: string, more = {}) => (await read({ body: paragraph(run('一句话。') + content), ...more })).lost;

  it('deletions go, insertions stay', async () => {
    const body = paragraph(`${run('采前')}<w:del ${tracked}><w:r><w:delText>施</w:delText></w:r></w:del><w:ins ${tracked}>${run('控')}</w:ins>${run('氮。')}`);
    const { blocks, lost } = await read({ body });
    expect(blocks).toEqual([plain('采前控氮。')]);
    expect(lost).toEqual({ TRACKED_CHANGES: 2 });
  });

  it('a deleted end of a paragraph joins it with the next', async () => {
    const { blocks } = await read({ body: paragraph(run('前半句，'), `<w:rPr><w:del ${tracked}/></w:rPr>`) + paragraph('后半句。') });
    expect(blocks).toEqual([plain('前半句，后半句。')]);
  });

  it('links keep their words and are named', async () => {
    const link = `<w:hyperlink r:id="site">${run('县农业局')}</w:hyperlink>`;
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.com/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run('农技站') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const { blocks, messages } = await read({ body: paragraph(run('见') + link + field + `<w:hyperlink w:anchor="top">${run('上文。')}</w:hyperlink>`), links: { site: 'https://example.com/a' } });
    expect(blocks).toEqual([plain('见县农业局农技站上文。')]);
    expect(messages).toEqual(['2个链接只留下了文字：https://example.com/a、https://example.com/b']);
  });

  it('notes, comments and page breaks', async () => {
    const marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:br w:type="page"/></w:r>';
    expect(await lostIn(marks)).toEqual({ FOOTNOTES: 1, ENDNOTES: 1, COMMENTS: 1, PAGE_BREAKS: 1 });
  });

  it('hidden text, by itself and by its style', async () => {
    const styles = '<w:style w:type="character" w:styleId="Off"><w:name w:val="off"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const { blocks, lost } = await read({ body: paragraph(run('看得见。') + run('看不见', '<w:vanish/>') + run('也看不见', '<w:rStyle w:val="Off"/>')), styles });
    expect(blocks).toEqual([plain('看得见。')]);
    expect(lost).toEqual({ HIDDEN_TEXT: 2 });
  });

  it('colours and lines, once for each stretch', async () => {
    expect(await lostIn(run('红', '<w:color w:val="FF0000"/>') + run('色', '<w:color w:val="FF0000"/>') + run('和') + run('线', '<w:u w:val="single"/>') + run('黑', '<w:color w:val="000000"/>'))).toEqual({ FORMATTING: 2 });
  });

  it('pinyin above characters, keeping the characters', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('gān')}</w:rt><w:rubyBase>${run('柑')}</w:rubyBase></w:ruby></w:r>`;
    const { blocks, lost } = await read({ body: paragraph(ruby + run('橘好。')) });
    expect(blocks).toEqual([plain('柑橘好。')]);
    expect(lost).toEqual({ PINYIN: 1 });
  });

  it('signs of symbol fonts that have no character; the common ones are kept', async () => {
    const sign = (code: string) => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`;
    const { blocks, lost } = await read({ body: paragraph(sign('F0FC') + run('已完成。') + sign('F0BB')) });
    expect(blocks).toEqual([plain('✓已完成。')]);
    expect(lost).toEqual({ SYMBOLS: 1 });
  });

  it('formulas with structure, also those in fields; one line of letters stays', async () => {
    const fraction = '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\o\\ac(○,1)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const { blocks, lost } = await read({ body: paragraph(run('产量') + '<m:oMath><m:r><m:t>y=2x</m:t></m:r></m:oMath>' + run('。') + fraction + field) });
    expect(blocks).toEqual([plain('产量y=2x。')]);
    expect(lost).toEqual({ EQUATIONS: 2 });
  });

  it('headers that say something, not those with a page number alone', async () => {
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="named"/><w:footerReference w:type="default" r:id="numbered"/></w:sectPr>';
    const headers = { named: paragraph('内部资料'), numbered: paragraph('第 1 页') };
    expect((await read({ body: paragraph('一句话。') + section, headers })).lost).toEqual({ HEADERS_FOOTERS: 1 });
  });

  it('a document without any of it warns of nothing', async () => {
    expect(await lostIn(run('又一句。', '<w:b/><w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>'))).toEqual({});
  });
});
