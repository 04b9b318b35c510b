import { AppError } from '@weidangxiao/shared/errors.ts';
import { strToU8, zipSync } from 'fflate';
import { paragraph, picture, png, wordDocument } from '../../../test/word-document.ts';
import { readWord } from './read-word.ts';

async function refusalOf(bytes: Buffer): Promise<string> {
  try {
    await readWord(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const withDocument = (xml: string): Buffer => wordDocument({ body: '', parts: { 'word/document.xml': xml } });
const body = paragraph('一句话。');
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('a file that is no good Word document', () => {
  it('is refused when it is something else', async () => {
    expect(await refusalOf(Buffer.from('姓名,小组\n'))).toBe('FILE_NOT_DOCX');
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('FILE_NOT_DOCX');
    expect(await refusalOf(Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })))).toBe('FILE_NOT_DOCX');
    expect(await refusalOf(withDocument(`<w:styles ${w}/>`))).toBe('FILE_NOT_DOCX');
  });

  it('is refused when it was cut off on the way or has a password, and says so', async () => {
    const whole = wordDocument({ body });
    expect(await refusalOf(whole)).toBe('read');
    expect(await refusalOf(whole.subarray(0, whole.length - 40))).toBe('FILE_UNREADABLE');
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(readWord(locked)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining('密码') });
  });

  it('is refused when its XML is broken', async () => {
    expect(await refusalOf(withDocument(`<w:document ${w}><w:body><w:p></w:body></w:document>`))).toBe('FILE_UNREADABLE');
    expect(await refusalOf(withDocument(''))).toBe('FILE_UNREADABLE');
  });

  it('is refused when its XML has a document type, whatever it is for', async () => {
    const laughs = `<!DOCTYPE d [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;">]><w:document ${w}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    const outside = `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ${w}><w:body/></w:document>`;
    expect(await refusalOf(withDocument(laughs))).toBe('FILE_UNREADABLE');
    expect(await refusalOf(withDocument(outside))).toBe('FILE_UNREADABLE');
    expect(await refusalOf(withDocument(`<w:document ${w}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`))).toBe('FILE_UNREADABLE');
  });

  it('is refused when it is a bomb', async () => {
    const zeros = new Uint8Array(6 * 1024 * 1024);
    expect(await refusalOf(wordDocument({ body, parts: { 'word/media/bomb.png': zeros } }))).toBe('FILE_TOO_COMPLEX');
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`word/x${at}.xml`, 'x']));
    expect(await refusalOf(wordDocument({ body, parts: many }))).toBe('FILE_TOO_COMPLEX');
  });

  it('is refused when it nests too deep, or holds more than a lesson can', async () => {
    const deep = '<w:smartTag>'.repeat(300) + '</w:smartTag>'.repeat(300);
    expect(await refusalOf(wordDocument({ body: paragraph(deep) }))).toBe('FILE_TOO_COMPLEX');
    expect(await refusalOf(wordDocument({ body: body.repeat(2001) }))).toBe('FILE_TOO_COMPLEX');
    expect(await refusalOf(wordDocument({ body: paragraph('字'.repeat(4000)).repeat(40) }))).toBe('FILE_TOO_COMPLEX');
    const media = { p: { name: 'p.png', bytes: png(1, 1) } };
    expect(await refusalOf(wordDocument({ body: paragraph(picture('p')).repeat(101), media }))).toBe('FILE_TOO_COMPLEX');
  });

  it('is read when only its styles, numbers or relations are missing', async () => {
    const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    expect(await refusalOf(wordDocument({ body, parts: { 'word/_rels/document.xml.rels': relations } }))).toBe('read');
    expect(await refusalOf(withDocument(`<w:document ${w}/>`))).toBe('read');
  });

  it('is read in the strict edition of the format, under other prefixes and names', async () => {
    const strict = '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格版的话。</x:t></x:r></x:p></x:body></x:document>';
    expect((await readWord(withDocument(strict))).blocks).toEqual([{ type: 'paragraph', runs: [{ text: '严格版的话。' }] }]);
  });
});
