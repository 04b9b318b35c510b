import type { Locator } from '@playwright/test';
import type { Demo, Townsman } from '../support/demo';
import { picture, seen, type Viewer } from './browser';
import { at, button } from './console';

/** The objection with these words in it, on the list of those that wait. */
export async function objectionOf(viewer: Viewer, words: string): Promise<Locator> {
  await at(viewer, '/overview');
  await at(viewer, '/objections');
  const item = viewer.page.getByRole('listitem').filter({ hasText: words });
  await seen(item).toBeVisible();
  return item;
}

/** Writes the answer and signs it as the first of three. */
export async function writesAnswer(viewer: Viewer, words: string, { verdict, said }: { verdict: '维持原结果' | '更正'; said: string }): Promise<void> {
  const item = await objectionOf(viewer, words);
  await button(item, '写答复').click();
  const dialog = viewer.page.getByRole('dialog', { name: '答复' });
  await dialog.getByLabel(verdict, { exact: true }).check();
  await dialog.getByLabel('答复的话，本人会看到').fill(said);
  await button(dialog, '写好，我签').click();
  await seen(item).toContainText('还差2人');
}

/** Reads the same words again and signs them; the third settles it, and it waits no more. */
export async function signsAnswer(viewer: Viewer, words: string, { said, left }: { said: string; left: number }): Promise<void> {
  const item = await objectionOf(viewer, words);
  await button(item, '看过，签字').click();
  const dialog = viewer.page.getByRole('dialog', { name: '看过，签字' });
  await seen(dialog).toContainText(said);
  if (left === 0) await picture(viewer.page, 'desk-objection-signed');
  await button(dialog, '签字').click();
  if (left > 0) await seen(item).toContainText(`还差${left}人`);
  else await seen(item).toHaveCount(0);
}

/** Three who are newly of the committee keep the result, so that the demo's own people are left for the other step. */
export async function keptByThree(demo: Demo, objection: string, people: readonly Townsman[], text: string): Promise<void> {
  const admin = await demo.token('admin');
  for (const [place, { id, name }] of people.slice(0, 3).entries()) {
    await demo.call('POST', `/api/members/${id}/roles`, { token: admin, body: { role: 'committee' } });
    const token = await demo.tokenOf(await demo.userNamed(name));
    if (place === 0) await demo.call('PUT', `/api/objections/${objection}/answer`, { token, body: { verdict: 'kept', text, points: null } });
    else await demo.call('POST', `/api/objections/${objection}/signatures`, { token, body: { text } });
  }
}
