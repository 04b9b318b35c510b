import { readFileSync } from 'node:fs';
import type { Actor } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { paragraph, picture, png, style, styled, wordDocument, type WordParts } from '../../test/word-document.ts';
import { FileStore } from '../platform/files/file-store.ts';

const docx = (parts: WordParts) => ({ file: { name: '主题.docx', bytes: wordDocument(parts) } });
const sample = () => ({ file: { name: 'theme-2026-W48.docx', bytes: readFileSync(new URL('../../test/fixtures/theme-2026-W48.docx', import.meta.url)) } });

let server: TestServer;
let admin: Actor;

beforeAll(async () => {
  server = await startTestServer();
  admin = await server.make.actor({ roles: ['admin'] });
});
afterAll(() => server.close());

describe('a lesson from Word', () => {
  test('the sample theme comes whole, with its title apart, and can be saved as it came', async () => {
    const { title, blocks, warnings } = await admin.api.call('createLessonImport', sample());
    expect(title).toBe('龙凤微党校·每周主题：冬季果园管护与产业增收');
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph', 'heading', 'list', 'heading', 'table', 'image', 'heading', 'paragraph', 'paragraph']);
    expect(blocks[0]).toEqual({ type: 'paragraph', runs: [{ text: '主讲：本地农技能手　　学习时间：周一至周日　　建议学习时长：20 分钟' }] });
    expect(blocks[2]).toMatchObject({ runs: [{}, { text: '管好这一个月', bold: true }, {}] });
    expect(blocks[4]).toMatchObject({ ordered: false, items: [{}, {}, { runs: [{ text: '防冻：霜前灌水，主干刷白，幼树包草。' }] }] });
    expect(blocks[6]).toMatchObject({ header: true, rows: { length: 4 } });
    expect(warnings).toEqual([]);
    const lesson = await admin.api.call('createLesson', { body: { title: '冬季果园管护', category: 'farming', blocks } });
    expect(lesson.blocks).toEqual(blocks);
  });

  test('its pictures are files of the town, each part once, with their size', async () => {
    const body = paragraph('看图。') + paragraph(picture('p', { description: '清沟' })) + paragraph(picture('p')) + paragraph(picture('q'));
    const media = { p: { name: 'p.png', bytes: png(640, 480) }, q: { name: 'q.png', bytes: png(30, 40) } };
    const { blocks } = await admin.api.call('createLessonImport', docx({ body, media }));
    const images = blocks.flatMap((block) => (block.type === 'image' ? [block] : []));
    expect(images.map(({ width, height, alt }) => [width, height, alt])).toEqual([[640, 480, '清沟'], [640, 480, ''], [30, 40, '']]);
    expect(new Set(images.map(({ fileId }) => fileId)).size).toBe(2);
    const file = await admin.api.send('getFile', { params: { id: images[0]?.fileId ?? '' } });
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(file.body)).toEqual(png(640, 480));
  });

  test('pictures that no phone shows are named, and their captions stay', async () => {
    const body = paragraph('看图。') + paragraph(picture('e')) + styled('tz', '图1 清沟') + paragraph(picture('b')) + paragraph(picture('gone'));
    const media = { e: { name: 'e.emf', bytes: Buffer.from('\x01\0\0\0 EMF') }, b: { name: 'b.png', bytes: png(4, 3).subarray(0, 12) } };
    const { blocks, warnings } = await admin.api.call('createLessonImport', docx({ body, media, styles: style('tz', '题注') }));
    expect(blocks).toEqual([{ type: 'paragraph', runs: [{ text: '看图。' }] }, { type: 'paragraph', runs: [{ text: '图1 清沟' }] }]);
    expect(warnings).toEqual([
      { code: 'PICTURE_FORMATS', count: 1, message: '1张图片的格式不能显示，请换成PNG或JPG再插入' },
      { code: 'PICTURES_BROKEN', count: 2, message: '2张图片读不出来，请重新插入' },
    ]);
  });

  test('nothing in it ever becomes HTML', async () => {
    const { blocks } = await admin.api.call('createLessonImport', docx({ body: paragraph('&lt;script&gt;alert(1)&lt;/script&gt;是文字。') }));
    expect(blocks).toEqual([{ type: 'paragraph', runs: [{ text: '<script>alert(1)</script>是文字。' }] }]);
  });

  test('a reading leaves its trace, and saves no lesson', async () => {
    const reader = await server.make.actor({ roles: ['admin'] });
    await reader.api.call('createLessonImport', sample());
    const { items } = await reader.api.call('listAuditRows', { query: { pageSize: 100 } });
    expect(items.filter(({ act }) => act === 'lesson-import.read')).toHaveLength(1);
    expect((await reader.api.call('listLessons')).total).toBe(0);
  });

  test('is refused with a code: no file, no Word file, too large, too much', async () => {
    const codeOf = (bytes: Uint8Array) => admin.api.codeOf('createLessonImport', { file: { name: 'x.docx', bytes } });
    expect(await admin.api.codeOf('createLessonImport')).toBe('FILE_MISSING');
    expect(await codeOf(Buffer.from('不是Word'))).toBe('FILE_NOT_DOCX');
    expect(await codeOf(Buffer.alloc(10 * 1024 * 1024 + 1))).toBe('FILE_TOO_LARGE');
    expect(await codeOf(wordDocument({ body: '', parts: { 'word/document.xml': new Uint8Array(6 * 1024 * 1024) } }))).toBe('FILE_TOO_COMPLEX');
  });

  test('that cannot be stored leaves no picture behind', async () => {
    const kept: string[] = [];
    const removed: string[] = [];
    const store = server.get(FileStore);
    const { put, delete: remove } = store;
    let puts = 0;
    store.put = async (...file) => {
      puts += 1;
      if (puts === 2) throw new Error('the disk is gone');
      const stored = await put.apply(store, file);
      kept.push(stored.id);
      return stored;
    };
    store.delete = (id) => {
      removed.push(id);
      return remove.call(store, id);
    };
    try {
      const media = { p: { name: 'p.png', bytes: png(1, 1) }, q: { name: 'q.png', bytes: png(2, 2) } };
      expect(await admin.api.codeOf('createLessonImport', docx({ body: paragraph(picture('p') + picture('q')), media }))).toBe('INTERNAL');
    } finally {
      Object.assign(store, { put, delete: remove });
    }
    expect(kept).toHaveLength(1);
    expect(removed).toEqual(kept);
    await expect(store.readWhole(kept[0] ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
