import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { placeOf } from './notice-place';

const root = path.resolve(__dirname, '..', '..', '..', '..');
const id = '0b7c1f7e-5d0e-4f7a-9d3e-0a1b2c3d4e5f';

test('a member is led to the week, the reflection', () => {
  expect(placeOf('/weeks/2026-11-23', ['member'])).toEqual({ at: 'phone', page: 'packages/read/week/index', query: { monday: '2026-11-23' } });
  expect(placeOf(`/reflections/${id}`, ['member'])).toEqual({ at: 'phone', page: 'packages/leader/reflection/index', query: { id } });
});

test('a theme is reviewed by whoever may, and read by everybody else', () => {
  expect(placeOf('/themes/2026-11-30', ['member', 'approver'])).toEqual({ at: 'phone', page: 'packages/leader/theme/index', query: { monday: '2026-11-30' } });
  expect(placeOf('/themes/2026-11-30', ['member', 'admin'])).toMatchObject({ page: 'packages/leader/theme/index' });
  expect(placeOf('/themes/2026-11-30', ['member', 'leader'])).toEqual({ at: 'phone', page: 'packages/read/week/index', query: { monday: '2026-11-30' } });
});

test('late check-ins lead the leader to the group’s week; who leads no more only reads the words', () => {
  expect(placeOf('/group-check-ins/2026-11-16', ['member', 'leader'])).toEqual({ at: 'phone', page: 'packages/leader/home/index', query: { monday: '2026-11-16' } });
  expect(placeOf('/group-check-ins/2026-11-16', ['member'])).toEqual({ at: 'nowhere' });
});

test('what is done at a desk says so, and so does what this release does not know', () => {
  expect(placeOf(`/members/${id}`, ['member', 'admin'])).toEqual({ at: 'desk' });
  expect(placeOf(`/members/${id}`, ['member'])).toEqual({ at: 'nowhere' });
  for (const link of ['/audit', '/themes/2026-11-24', '/themes/2026-02-30', '/weeks/last', '/reflections/../../x', `/toString/${id}`, 'https://example.org/']) expect(placeOf(link, ['member'])).toEqual({ at: 'desk' });
  expect(placeOf(null, ['member'])).toEqual({ at: 'nowhere' });
});

test('every page that a notice leads to exists, and every link that the server writes is known', () => {
  const routes = readFileSync(path.join(root, 'miniapp/src/app.config.ts'), 'utf8');
  const written = linksOfServer();
  expect(written.length).toBeGreaterThan(3);
  for (const first of written) {
    const places = ['2026-11-23', id].map((value) => placeOf(`/${first}/${value}`, ['member', 'leader', 'approver', 'admin', 'committee']));
    const page = places.find((place) => place.at === 'phone');
    if (first === 'members') expect(places).toContainEqual({ at: 'desk' });
    else expect({ first, page: page?.at === 'phone' && routes.includes(page.page.split('/').slice(2).join('/')) }).toEqual({ first, page: true });
  }
});

/** The first parts of all links in the server's notices. */
function linksOfServer(): string[] {
  const source = path.join(root, 'server', 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const links = files.flatMap((name) => [...readFileSync(path.join(source, name), 'utf8').matchAll(/\blink: `\/([a-z-]+)\//g)].map(([, first = '']) => first));
  return [...new Set(links)];
}
