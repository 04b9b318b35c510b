import type { LessonRow } from '../lessons/lesson-words.ts';
import { checksOf } from './theme-checks.ts';
import { blankDraft, moved } from './theme-draft.ts';

const lesson = (part: Partial<LessonRow> = {}): LessonRow => ({ id: 'a', title: '粮食安全', category: 'theory', minutes: 5, audio: { fileId: 'f', seconds: 60 }, source: null, sentOn: null, ...part });
const good = { title: '把饭碗端牢', lead: '一粒米', lessons: [lesson()], articleUrl: 'https://mp.weixin.qq.com/s/a' };
const worries = (draft: typeof good, monday = '2026-11-30'): string[] => checksOf(draft, monday).filter(({ ok }) => !ok).map(({ words }) => words);

describe('the last look before a theme goes out', () => {
  it('has nothing to say where everything is there', () => {
    expect(worries(good)).toEqual([]);
  });

  it('names the lessons that cannot be heard', () => {
    expect(worries({ ...good, lessons: [lesson(), lesson({ audio: null })] })).toEqual(['第2课还没有音频']);
  });

  it('sees rankings and demands of time in the words', () => {
    expect(worries({ ...good, title: '本月学习时长排名' })).toContain('标题里像是有排名或时长要求');
  });

  it('says that a title is too long for the phone and for a message of WeChat’s', () => {
    expect(worries({ ...good, title: '谷'.repeat(20) })).toEqual([]);
    expect(worries({ ...good, title: '谷'.repeat(21) })).toEqual(['标题有21个字，手机上要占三行，微信提醒里只放得下20个']);
  });

  it('sees a lesson that went out before, but not by this very theme', () => {
    expect(worries({ ...good, lessons: [lesson({ sentOn: '2026-11-02' })] })).toEqual(['第1课以前发过']);
    expect(worries({ ...good, lessons: [lesson({ sentOn: '2026-11-30' })] })).toEqual([]);
  });

  it('misses everything in an empty draft', () => {
    expect(worries({ ...blankDraft, lessons: [] })).toEqual(expect.arrayContaining(['还没有课，先从教材里加', '导语还没写', '公众号文章链接没填']));
  });
});

describe('the order of lessons', () => {
  it('puts one in another place and loses none', () => {
    expect(moved(['一', '二', '三'], 2, 0)).toEqual(['三', '一', '二']);
    expect(moved(['一', '二'], 0, 5)).toEqual(['一', '二']);
  });
});
