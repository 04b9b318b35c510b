import type { Block } from '../contract/blocks.ts';
import type { ArticleCard } from './article-html.ts';
import { articleFaults, articleSource, picturesIn } from './article-source.ts';

const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const card: ArticleCard = { name: '青禾微党校', title: '把饭碗端牢', appId: null, path: 'pages/week/index', imageUrl: null };
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });
const image = (fileId: string): Block => ({ type: 'image', fileId, width: 8, height: 6, alt: '' });
const lesson = (title: string, blocks: Block[] = [paragraph('先看天气')]) => ({ title, source: null, blocks, audio: null });
const theme = { title: '把饭碗\n端牢', lead: '一粒米', author: '青禾微党校' };
const jpg = { contentType: 'image/jpeg', bytes: 1000 };

describe('A theme as an article', () => {
  test('is its lead, then lesson after lesson under numbered headings', () => {
    const { title, digest, author, blocks } = articleSource(theme, [lesson('管水'), { ...lesson('施肥'), source: '县农技站', audio: { fileId: first, seconds: 60 } }]);
    expect([title, digest, author]).toEqual(['把饭碗端牢', '一粒米', '青禾微党校']);
    expect(blocks.map((block) => ('text' in block ? block.text : 'runs' in block ? block.runs[0]?.text : 'title' in block ? block.title : ''))).toEqual(['一粒米', '第1课　管水', '先看天气', '第2课　施肥', '这一课的录音', '先看天气', '来源：县农技站']);
  });

  test('with one lesson has no number, without a lead no quotation', () => {
    expect(articleSource({ ...theme, lead: '' }, [lesson('管水')]).blocks[0]).toMatchObject({ type: 'heading', text: '管水' });
  });

  test('takes its cover from the first picture, if there is one', () => {
    expect(articleSource(theme, [lesson('管水', [paragraph('a'), image(second), image(first)])]).coverFileId).toBe(second);
    expect(articleSource(theme, [lesson('管水')]).coverFileId).toBeNull();
  });

  test('names each picture once', () => {
    expect(picturesIn([image(second), image(first), image(second)])).toEqual([second, first]);
  });
});

describe('What WeChat would refuse', () => {
  const faults = (change: Partial<ReturnType<typeof articleSource>>, pictures = new Map([[first, jpg]])) => articleFaults({ ...articleSource(theme, [lesson('管水')]), ...change }, card, pictures);

  test('is nothing of an ordinary article', () => expect(faults({ blocks: [image(first)] })).toEqual([]));

  test.each([['title', 32], ['author', 16], ['digest', 128]] as const)('is a %s of more than %d characters', (field, most) => {
    expect(faults({ [field]: '田'.repeat(most) })).toEqual([]);
    expect(faults({ [field]: '田'.repeat(most + 1) })).toMatchObject([{ code: 'ARTICLE_TOO_LONG', field, detail: { limit: `${most}个字` } }]);
  });

  test('is a body of 20,000 characters, its markup counted', () => {
    const long = (count: number) => faults({ blocks: [paragraph('a'.repeat(count))] });
    expect(long(19_000)).toEqual([]);
    expect(long(20_000)).toMatchObject([{ code: 'ARTICLE_TOO_LONG', field: 'content', detail: { what: '正文' } }]);
    expect(long(19_950)).toHaveLength(1);
  });

  test.each([
    ['找不到了', undefined],
    ['不是JPG或PNG', { contentType: 'image/webp', bytes: 10 }],
    ['有1MB或更大', { contentType: 'image/png', bytes: 1_048_576 }],
  ])('is a picture that %s, told by its number', (reason, picture) => {
    const pictures = new Map([[first, jpg], ...(picture ? [[second, picture] as const] : [])]);
    expect(faults({ blocks: [image(first), image(second)] }, pictures)).toEqual([{ code: 'ARTICLE_PICTURE', field: 'pictures.1', detail: { number: 2, reason } }]);
  });
});
