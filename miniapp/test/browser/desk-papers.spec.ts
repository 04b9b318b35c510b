import type { Locator } from '@playwright/test';
import { cell, item, listDefinition, listInstance, paragraph, row, run, style, styled, table, wordDocument } from '../../../server/test/word-document';
import { picture, seen, type Viewer } from './browser';
import { at, button, Consoles } from './console';

// What the town writes down once and shows or prints: its villages' schools, statements of hours, the implementation plan.
let consoles: Consoles;
let admin: Viewer;
let token: string;
beforeAll(async () => {
  consoles = await Consoles.start();
  token = await consoles.demo.token('admin');
  admin = await consoles.as('以镇管理员进入');
}, 300_000);
afterAll(() => consoles.stop());
afterEach(() => expect(admin.faults).toEqual([]));

const get = <T>(path: string): Promise<T> => consoles.demo.call<T>('GET', path, { token });
const dialog = (): Locator => admin.page.getByRole('dialog');

interface School {
  id: string;
  name: string;
  groupName: string;
  foundedOn: string | null;
  intro: string;
  past: { title: string }[];
}

describe('the page of a village’s school', () => {
  let school: School;
  let own: string;
  beforeAll(async () => {
    const { leads } = await consoles.demo.call<{ leads: { id: string }[] }>('GET', '/api/logins/current', { token: await consoles.demo.token('leader') });
    own = leads[0]?.id ?? '';
    const { items } = await get<{ items: School[] }>('/api/schools?pageSize=100');
    school = await get(`/api/schools/${items.find(({ id }) => id !== own)?.id ?? ''}`);
  });

  test('shows who and where it is and what was held, and leads to its group', async () => {
    await at(admin, '/schools');
    await admin.page.getByRole('link', { name: school.name, exact: true }).click();
    await seen(admin.page.getByRole('heading', { name: school.name })).toBeVisible();
    await seen(admin.page.getByRole('region', { name: '办过的学习' }).getByRole('link', { name: school.past[0]?.title ?? '', exact: true }).first()).toBeVisible();
    await picture(admin.page, 'desk-school');
    await admin.page.getByRole('link', { name: /^\d+人$/ }).click();
    await seen(admin.page.getByLabel('小组', { exact: true })).toHaveValue(school.id);
  });

  test('is written by an admin, and the next reader has it', async () => {
    await at(admin, `/schools/${school.id}`);
    await button(admin.page, '改这一页').click();
    await dialog().getByLabel('村里怎么叫它').fill('柳溪河边');
    await dialog().getByLabel('哪天成立').fill('2025-06-01');
    await dialog().getByLabel('介绍').fill('河边的一间老屋，夜里有灯。');
    await button(dialog(), '保存').click();
    await seen(admin.page.getByRole('heading', { name: '柳溪河边' })).toBeVisible();
    expect(await get(`/api/schools/${school.id}`)).toMatchObject({ name: '柳溪河边', foundedOn: '2025-06-01', intro: '河边的一间老屋，夜里有灯。' });
  });

  test('is written by the leader of its group alone', async () => {
    const leader = await consoles.as('以组长进入');
    await at(leader, `/schools/${school.id}`);
    await seen(leader.page.getByRole('heading', { name: '柳溪河边' })).toBeVisible();
    await seen(button(leader.page, '改这一页')).toHaveCount(0);
    await at(leader, `/schools/${own}`);
    await button(leader.page, '改这一页').click();
    await leader.page.getByRole('dialog').getByLabel('介绍').fill('组长写的几句。');
    await button(leader.page.getByRole('dialog'), '保存').click();
    await seen(leader.page.getByText('组长写的几句。')).toBeVisible();
    expect(await get(`/api/schools/${own}`)).toMatchObject({ intro: '组长写的几句。' });
    await leader.context.close();
  });
});

describe('study hours on paper', () => {
  interface Statement {
    total: number;
    hours: string;
    member: { name: string };
    items: { session: { title: string }; hours: string }[];
  }
  let who: { member: { memberId: string; name: string }; group: { id: string; name: string } };
  /** In January nobody may have any of the new one yet. */
  let year: string;
  beforeAll(async () => {
    year = (await consoles.day(-31)).slice(0, 4);
    const { items } = await get<{ items: (typeof who)[] }>(`/api/study-hours/${year}?pageSize=1`);
    if (!items[0]) throw new Error('nobody has hours');
    [who] = items;
  });

  test('one person’s statement has every session of the year, their sum, and lines to sign on', async () => {
    const { page } = admin;
    const statement = await get<Statement>(`/api/members/${who.member.memberId}/hours/${year}`);
    await at(admin, '/study-hours');
    if (!(await consoles.day(0)).startsWith(year)) await button(page, '上一年').click();
    await seen(page.getByText(`${year}年`, { exact: true })).toBeVisible();
    await page.getByRole('link', { name: who.member.name, exact: true }).click();
    const sheets = page.getByRole('article');
    await seen(sheets.first().getByRole('heading', { name: `${who.member.name} ${year}年学时单` })).toBeVisible();
    const rows = await sheets.locator('tbody tr').count();
    const sum = (await sheets.locator('tbody td:last-child').allTextContents()).reduce((total, text) => total + Number(text), 0);
    expect([rows, sum, `${sum}`]).toEqual([statement.total, Number(statement.hours), await sheets.locator('tfoot td').textContent()]);
    const count = await sheets.count();
    await seen(sheets.last().getByText(`第${count}页，共${count}页`)).toBeVisible();
    await seen(sheets.last().getByText('本人签名')).toBeVisible();
    await seen(page.getByText('本人签名')).toHaveCount(1);
    await picture(page, 'desk-hours-statement');
  });

  test('on paper only the sheets are left, a page each', async () => {
    const { page } = admin;
    await page.emulateMedia({ media: 'print' });
    await seen(page.getByRole('navigation', { name: '主导航' })).toBeHidden();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.emulateMedia({ media: 'screen' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(await page.getByRole('article').count());
  });

  test('a group’s sheet has everybody of it, with room for a signature', async () => {
    const { page } = admin;
    const { total } = await get<{ total: number }>(`/api/study-hours/${year}?groupId=${who.group.id}`);
    await at(admin, `/study-hours/${year}/paper?group=${who.group.id}`);
    await seen(page.getByText(`单位：龙凤微党校，${who.group.name}，${total}人`).first()).toBeVisible();
    await seen(page.getByRole('article').locator('tbody tr')).toHaveCount(total);
    await seen(page.getByText('组长签名')).toHaveCount(1);
  });
});

describe('the implementation plan', () => {
  interface Version {
    version: number;
    title: string;
    changes: string;
    blocks: { type: string; level?: number; text?: string }[];
  }

  /** As offices write them: headings of their own style, a numbered list, a table, and a text box, which no phone knows. */
  function planDocument(evenings: string): Buffer {
    const box = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="2" name="文本框"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>盖章处</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>';
    return wordDocument({
      styles: style('H1', 'heading 1'),
      numbering: listDefinition(1, [['decimal', '%1.']]) + listInstance(1, 1),
      body: [styled('H1', '微党校实施方案'), paragraph(evenings), item('党史夜校'), item('小组研讨'), styled('H1', '二、谁来管'), table([row([cell('谁'), cell('做什么')]), row([cell('组长'), cell('点名、收尾')])]), paragraph(`${run('每月看一次得分。')}${box}`)].join(''),
    });
  }

  const newest = async (): Promise<Version> => get(`/api/implementation-plan?version=${(await get<{ items: Version[] }>('/api/implementation-plans?pageSize=1')).items[0]?.version ?? 0}`);

  async function write(file: Buffer, changes: string): Promise<void> {
    const { page } = admin;
    await at(admin, '/implementation-plan/new');
    await page.locator('input[accept=".docx"]').setInputFiles({ name: '实施方案.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: file });
    await seen(page.getByText('读进来了，请看一遍')).toBeVisible();
    await page.getByLabel('和上一版有什么不一样').fill(changes);
  }

  async function save(): Promise<void> {
    await button(admin.page, /^存成第\d+版$/).click();
    await seen.poll(() => admin.page.url()).toMatch(/implementation-plan$/);
  }

  test('comes from a Word file with its title, and says what to look at', async () => {
    await write(planDocument('夜校每周一次。'), '换成今年的文件');
    await seen(admin.page.getByText('1个文本框里的文字放到了正文里，请看一下位置')).toBeVisible();
    await picture(admin.page, 'desk-plan-import');
    await save();
    const plan = await newest();
    expect(plan.changes).toBe('换成今年的文件');
    expect(plan.blocks.map(({ type }) => type)).toEqual(expect.arrayContaining(['heading', 'paragraph', 'list', 'table']));
    expect(plan.blocks.filter(({ type }) => type === 'heading').map(({ text }) => text)).toEqual(['二、谁来管']);
    expect(plan.title).toBe('微党校实施方案');
  });

  test('has a next version, and the two are compared line by line', async () => {
    const { version } = await newest();
    await write(planDocument('夜校两周一次。'), '夜校两周一次');
    await save();
    expect((await newest()).version).toBe(version + 1);
    const versions = admin.page.getByRole('list', { name: '各版' });
    await button(versions, new RegExp(`^第${version + 1}版`)).click();
    await button(admin.page, `和第${version}版比`).click();
    const compared = admin.page.getByRole('region', { name: `第${version}版到第${version + 1}版` });
    await seen(compared.getByText(/去掉1段，加上1段/)).toBeVisible();
    expect([await compared.locator('del').allTextContents(), await compared.locator('ins').allTextContents()]).toEqual([['去掉：夜校每周一次。'], ['加上：夜校两周一次。']]);
    await picture(admin.page, 'desk-plan-compared');
  });
});

test('notices are read page by page', async () => {
  const { total } = await get<{ total: number }>('/api/my/notices?pageSize=1');
  await at(admin, '/notices');
  await seen(admin.page.getByText(new RegExp(`共${total}条$`))).toBeVisible();
  if (total > 20) {
    await button(admin.page, '下一页').click();
    await seen(admin.page.getByRole('main').getByRole('listitem')).toHaveCount(Math.min(20, total - 20));
  }
});
