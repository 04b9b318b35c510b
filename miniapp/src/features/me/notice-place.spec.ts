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

test('a session leads everybody to its own page; sign-ins that wait lead whoever decides on them', () => {
  expect(placeOf(`/study-sessions/${id}`, ['member'])).toEqual({ at: 'phone', page: 'packages/sessions/session/index', query: { id } });
  expect(placeOf('/sign-ins/waiting', ['member', 'leader'])).toEqual({ at: 'phone', page: 'packages/leader/sign-ins/index', query: {} });
  expect(placeOf('/sign-ins/waiting', ['member'])).toEqual({ at: 'nowhere' });
});

test('an answer leads to where it is read; a leave or a make-up that waits, whoever decides on it', () => {
  expect(placeOf('/course-requests', ['member'])).toEqual({ at: 'phone', page: 'packages/courses/requests/index', query: {} });
  expect(placeOf('/my/complaints', ['member'])).toEqual({ at: 'phone', page: 'packages/town/complaints/index', query: {} });
  for (const link of ['/leaves', '/make-ups']) {
    expect(placeOf(link, ['member', 'leader'])).toEqual({ at: 'phone', page: 'packages/leader/leaves/index', query: {} });
    expect(placeOf(link, ['member'])).toEqual({ at: 'nowhere' });
  }
});

test('points lead whom they are about to the receipt of that month, and the answer to a proposal to whoever made it', () => {
  expect(placeOf('/receipts/2026-11', ['member'])).toEqual({ at: 'phone', page: 'packages/record/receipt/index', query: { month: '2026-11' } });
  expect(placeOf('/receipts/2026-13', ['member'])).toEqual({ at: 'nowhere' });
  for (const link of ['/years/2026', '/receipts/2026']) expect(placeOf(link, ['member'])).toEqual({ at: 'phone', page: 'packages/record/year/index', query: { year: '2026' } });
  expect(placeOf('/score-proposals', ['member', 'leader'])).toEqual({ at: 'phone', page: 'packages/leader/points/index', query: {} });
  expect(placeOf('/score-proposals', ['member'])).toEqual({ at: 'nowhere' });
  expect(placeOf('/score-entries', ['member', 'committee'])).toEqual({ at: 'desk' });
});

test('what is done at a desk says so to whoever works there; to everybody else it is words', () => {
  expect(placeOf(`/members/${id}`, ['member', 'admin'])).toEqual({ at: 'desk' });
  expect(placeOf(`/members/${id}`, ['member', 'leader'])).toEqual({ at: 'nowhere' });
});

test('what this release does not know is never a dead tap', () => {
  for (const link of ['/audit', '/themes/2026-11-24', '/themes/2026-02-30', '/weeks/last', '/reflections/../../x', `/toString/${id}`, 'https://example.org/']) {
    expect(placeOf(link, ['member', 'leader'])).toEqual({ at: 'nowhere' });
    expect(placeOf(link, ['member', 'committee'])).toEqual({ at: 'desk' });
  }
  expect(placeOf(null, ['member', 'admin'])).toEqual({ at: 'nowhere' });
});

test('whatever the server writes leads to a page that exists, or nowhere', () => {
  const routes = readFileSync(path.join(root, 'miniapp/src/app.config.ts'), 'utf8');
  const written = linksOfServer();
  const pages = written.flatMap((first) => ['2026-11-23', id].flatMap((value) => [['member', 'leader'] as const, ['member', 'approver', 'admin'] as const].map((roles) => placeOf(`/${first}/${value}`, roles))));
  const opened = new Set(pages.flatMap((place) => (place.at === 'phone' ? [place.page] : [])));
  expect(opened.size).toBeGreaterThan(3);
  for (const page of opened) expect(routes).toContain(`'${page.split('/').slice(2).join('/')}'`);
});

/** The first parts of all links in the server's notices. */
function linksOfServer(): string[] {
  const source = path.join(root, 'server', 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const links = files.flatMap((name) => [...readFileSync(path.join(source, name), 'utf8').matchAll(/\blink: `\/([a-z-]+)\//g)].map(([, first = '']) => first));
  return [...new Set(links)];
}
