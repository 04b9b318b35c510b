import type { Draft } from './theme-draft.ts';

export interface Check {
  ok: boolean;
  words: string;
}

/** A title of up to this many characters fits into two lines on a phone, and into a message of WeChat's, which cuts the rest off. */
const twoLines = 20;
/** Longer than this and few read to the end in one go. */
const longMinutes = 30;
/** What a theme must not ask for: ranking people, time on screen, being forced. */
const forbidden = /排名|排行|学习时长|时长不少于|必须打卡|强制|全员打卡/;

/** What to look at before it goes out, judged from the content itself. */
export function checksOf(draft: Draft, monday: string): Check[] {
  const { title, lead, lessons, articleUrl } = draft;
  const minutes = minutesOf(draft);
  const silent = lessons.flatMap(({ audio }, index) => (audio ? [] : [index + 1]));
  const again = lessons.findIndex(({ sentOn }) => sentOn !== null && sentOn < monday);
  const theory = lessons.filter(({ category }) => category === 'theory' || category === 'history').length;
  const length = [...title.trim()].length;
  return [
    check(lessons.length > 0, `有${lessons.length}课，读完约${minutes}分钟`, '还没有课，先从教材里加'),
    check(theory > 0, `${theory}课是理论或党史`, '没有理论或党史的课'),
    check(!forbidden.test([title, lead, ...lessons.map((lesson) => lesson.title)].join(' ')), '不含排名和时长要求', '标题里像是有排名或时长要求'),
    check(length <= twoLines, '标题在手机上放得下', `标题有${length}个字，手机上要占三行，微信提醒里只放得下${twoLines}个`),
    check(minutes <= longMinutes, '长短合适，一次读得完', `读完要${minutes}分钟，有点长`),
    check(lead.trim() !== '', '有导语', '导语还没写'),
    check(silent.length === 0, '每课都能听', `第${silent.join('、')}课还没有音频`),
    check(again < 0, '没有发过的课', `第${again + 1}课以前发过`),
    check(articleUrl.trim() !== '', '公众号文章链接填了', '公众号文章链接没填'),
  ];
}

export function minutesOf({ lessons }: Draft): number {
  return lessons.reduce((sum, { minutes }) => sum + minutes, 0);
}

function check(ok: boolean, good: string, bad: string): Check {
  return { ok, words: ok ? good : bad };
}
