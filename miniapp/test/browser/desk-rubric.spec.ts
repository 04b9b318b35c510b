import type { Locator } from '@playwright/test';
import { picture, seen, type Viewer } from './browser';
import { button as buttonOf, Consoles } from './console';

let consoles: Consoles;
let admin: Viewer;
let token: string;
beforeAll(async () => {
  consoles = await Consoles.start();
  token = await consoles.demo.token('admin');
  admin = await consoles.as('以镇管理员进入');
}, 300_000);
afterAll(() => consoles.stop());

interface Version {
  version: string;
  state: string;
  effectiveFrom: string;
  reason: string | null;
  rubric: { max: Record<string, string> };
}
interface Day {
  day: string;
  kind: string;
  label: string;
}

const button = (name: string | RegExp): Locator => buttonOf(admin.page, name);
const dialog = (): Locator => admin.page.getByRole('dialog');
const get = <T>(path: string): Promise<T> => consoles.demo.call<T>('GET', path, { token });
const versions = async (): Promise<Version[]> => (await get<{ items: Version[] }>('/api/rubric-versions')).items;

async function at(place: string): Promise<void> {
  await admin.page.evaluate((to) => (window.location.hash = to), place);
}

describe('the rubric at the desk', () => {
  test('the word that the source lacks is marked until somebody has compared it', async () => {
    await at('/rubric');
    await seen(admin.page.getByText('“小组研讨学习”：原文缺字，请核对')).toBeVisible();
    await button('对过原文，没有错').click();
    await seen(admin.page.getByText(/“小组研讨学习”：原文缺字，请核对。.+核对过/)).toBeVisible();
  });

  test('a proposed one says at once what does not add up, and cannot be adopted like that', async () => {
    await button('改规则').click();
    await admin.page.getByLabel('为什么改，大家看得到').fill('支委会议过，集中学习要加重');
    await admin.page.getByLabel('夜校学习满分').fill('10');
    await admin.page.getByLabel('良，几分起').fill('95');
    await seen(admin.page.getByRole('status', { name: '满分合计' })).toHaveText('95');
    await seen(admin.page.getByText('还差5分')).toBeVisible();
    await seen(admin.page.getByText('“良”要比“优”低')).toBeVisible();
    await seen(button('定下来')).toBeDisabled();
    await seen(button('试算')).toBeDisabled();
  });

  test('tried on a month it shows whose grade would change, and writes nothing', async () => {
    await admin.page.getByLabel('集中学习满分').fill('35');
    await admin.page.getByLabel('良，几分起').fill('85');
    await seen(admin.page.getByText('正好100')).toBeVisible();
    await button('试算').click();
    await seen(admin.page.getByText(/会有\d+人的等次变，和2026-1版比/)).toBeVisible({ timeout: 60_000 });
    await seen(admin.page.getByRole('table', { name: '等次的人数' }).getByRole('row', { name: /全镇/ })).toBeVisible();
    await picture(admin.page, 'desk-rubric');
    expect((await versions()).length).toBe(1);
  });

  test('adopted it comes with the next month, with its reason and what it changed; withdrawn it stays to be read', async () => {
    await button('定下来').click();
    const list = admin.page.getByRole('complementary', { name: '各版' });
    await seen(list.getByText('支委会议过，集中学习要加重')).toBeVisible();
    await seen(list.getByText('夜校学习满分：15分改成10分')).toBeVisible();
    const [, coming] = await versions();
    expect(coming).toMatchObject({ state: 'coming', reason: '支委会议过，集中学习要加重', rubric: { max: { centralized: '35', night: '10' } } });
    const today = await consoles.day(0);
    expect([coming?.effectiveFrom.slice(8), (coming?.effectiveFrom ?? '') > today, (coming?.effectiveFrom ?? '') < (await consoles.day(32))]).toEqual(['01', true, true]);
    await list.getByRole('button', { name: '撤回' }).click();
    await dialog().getByLabel('为什么撤回').fill('再议一次');
    await dialog().getByRole('button', { name: '撤回' }).click();
    await seen(list.getByText(/撤回：再议一次/)).toBeVisible();
    expect((await versions()).at(-1)).toMatchObject({ state: 'withdrawn' });
  });
});

describe('the working days at the desk', () => {
  const exceptions = async (year: string): Promise<Day[]> => (await get<{ days: Day[] }>(`/api/working-days?year=${year}`)).days;

  test('a weekday is made a day off by a tap, and is an ordinary one again by another', async () => {
    await at('/working-days');
    const date = await workday();
    const cell = admin.page.locator(`#day-${date}`);
    await cell.click();
    await dialog().getByLabel('叫什么').fill('农忙假');
    await dialog().getByRole('button', { name: '设成放假' }).click();
    await seen(cell).toHaveAccessibleName(/放假，农忙假$/);
    expect(await exceptions(date.slice(0, 4))).toContainEqual(expect.objectContaining({ day: date, kind: 'off', label: '农忙假' }));
    await picture(admin.page, 'desk-working-days');
    await cell.click();
    await dialog().getByRole('button', { name: '照常上班' }).click();
    await seen(cell).toHaveAccessibleName(/上班$/);
    expect((await exceptions(date.slice(0, 4))).map((one) => one.day)).not.toContain(date);
  });

  test('the published arrangement comes in at once, as far as the town has nothing of its own', async () => {
    // The sample town has the arrangement of its own year; of another year there is nothing to take away.
    if ((await exceptions('2026')).some(({ day }) => day === '2026-10-10')) await consoles.demo.call('DELETE', '/api/working-days/2026-10-10', { token });
    await at('/rubric');
    await at('/working-days');
    await toYear('2026');
    await button('带入国务院公布的2026年安排').click();
    await seen(admin.page.getByText('2026年公布的安排都设好了，请对照公布的通知核对一遍。')).toBeVisible();
    expect(admin.faults).toEqual([]);
    expect(await exceptions('2026')).toContainEqual(expect.objectContaining({ day: '2026-10-10', kind: 'worked' }));
  });

  /** One of the ordinary days of work around today, as far as the page shows it: of this year. */
  async function workday(): Promise<string> {
    const set = (await exceptions((await consoles.day(0)).slice(0, 4))).map((one) => one.day);
    for (const ahead of [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, -1, -2, -3, -4, -5]) {
      const date = await consoles.day(ahead);
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      if (weekday > 0 && weekday < 6 && !set.includes(date) && date.slice(0, 4) === (await consoles.day(0)).slice(0, 4)) return date;
    }
    return consoles.day(0);
  }

  async function toYear(year: string): Promise<void> {
    const shown = Number((await consoles.day(0)).slice(0, 4));
    for (let at = shown; at > Number(year); at -= 1) await button('上一年').click();
    await seen(admin.page.getByText(`${year}年`, { exact: true })).toBeVisible();
  }
});
