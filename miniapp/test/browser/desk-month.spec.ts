import { addDays, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { at, button, Consoles } from './console';
import { picture, seen, type Viewer } from './browser';

interface Gap {
  kind: string;
  count: number;
  place: string | null;
}
interface Board {
  month: string;
  stage: string;
  gaps: Gap[];
  groups: { group: { name: string } | null; gaps: Gap[]; people: number | null }[];
}

let consoles: Consoles;
let admin: Viewer;
beforeAll(async () => {
  consoles = await Consoles.start();
  // The sample town's last month is published already: on the day after this one, it is what is being rated.
  await consoles.demo.moveClock(`${addDays(datesOfMonth(monthOf(await consoles.day(0))).to, 1)}T09:00:00+08:00`);
  admin = await consoles.as('以镇管理员进入');
}, 300_000);
afterAll(() => consoles.stop());

const monthBack = async (back: number): Promise<string> => {
  const [year, month] = (await consoles.day(0)).split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
};
const board = async (month: string): Promise<Board> => consoles.demo.call<Board>('GET', `/api/assessment-months/${month}`, { token: await consoles.demo.token('admin') });
const rowNames = (): Promise<string[]> => admin.page.getByRole('table', { name: '各组还缺什么' }).locator('tbody tr td:first-child').allInnerTexts();

test('the month that is over stands at its stage, with what it lacks on top and group by group', async () => {
  await admin.page.getByRole('link', { name: '月评' }).click();
  const { gaps, groups } = await board(await monthBack(1));
  await seen(admin.page.getByRole('list', { name: '进度' }).locator('[aria-current=step]')).toHaveCount(1);
  await seen(admin.page.getByRole('list', { name: '缺什么' }).getByRole('listitem')).toHaveCount(gaps.length);
  const counts = await admin.page.getByRole('list', { name: '缺什么' }).locator('b').allInnerTexts();
  seen(counts.map(Number)).toEqual(gaps.map(({ count }) => count));
  seen(await rowNames()).toHaveLength(groups.length);
  await picture(admin.page, 'desk-month');
});

test('groups with something missing come first, or all as people count them; nobody is ranked', async () => {
  const { groups } = await board(await monthBack(1));
  const named = groups.map(({ group }) => group?.name ?? '还没编组');
  const missing = groups.flatMap(({ group, gaps }) => (gaps.length > 0 ? [group?.name ?? '还没编组'] : []));
  seen((await rowNames()).slice(0, missing.length)).toEqual(missing);
  await admin.page.getByRole('tab', { name: '按小组' }).click();
  seen(await rowNames()).toEqual(named);
});

test('what is missing leads to where it is supplied', async () => {
  const { gaps } = await board(await monthBack(1));
  const gap = gaps.find(({ place }) => place !== null);
  await admin.page.getByRole('list', { name: '缺什么' }).getByRole('link').first().click();
  await seen.poll(() => new URL(admin.page.url()).hash).toBe(`#${gap?.place}`);
});

test('this month runs: nobody is counted yet, and there is no way to one that has not begun', async () => {
  await at(admin, '/months');
  await button(admin.page, '下个月').click();
  const { stage, groups } = await board(await monthBack(0));
  seen([stage, groups[0]?.people]).toEqual(['running', null]);
  await seen(admin.page.getByRole('columnheader', { name: '能评的' })).toHaveCount(0);
  const title = await admin.page.getByRole('heading', { level: 1 }).innerText();
  await button(admin.page, '下个月').click();
  await seen(admin.page.getByRole('heading', { level: 1 })).toHaveText(title);
});
