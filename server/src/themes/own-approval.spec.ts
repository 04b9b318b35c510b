import type { Actor } from '../../test/factory.ts';
import { Planning, type ThemeAnswer } from '../../test/planning.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

let server: TestServer;
let planning: Planning;
/** Writes and approves. */
let both: Actor;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  planning = await Planning.in(server);
  both = await server.make.actor({ town: planning.town, roles: ['admin', 'approver'] });
});
afterAll(() => server.close());

const lesson = { title: '冬油菜管护', category: 'farming' as const, blocks: [{ type: 'paragraph' as const, runs: [{ text: '清沟、追肥、防冻。' }] }] };
const lessonBy = async ({ api }: Actor): Promise<string> => (await api.call('createLesson', { body: lesson })).id;
const changeBy = ({ api }: Actor, id: string, note?: string) => api.call('updateLesson', { params: { id }, body: { ...lesson, title: '冬油菜三件事', ...(note && { note }) } });
const params = ({ id }: ThemeAnswer) => ({ params: { id } });
const approvedBy = ({ api }: Actor, theme: ThemeAnswer) => api.codeOf('approveTheme', params(theme));
const idsOf = (people: ThemeAnswer['authors']) => people.map(({ memberId }) => memberId);

describe('Whoever wrote only a lesson of a theme', () => {
  test('does not approve it, is not asked to, and is named among its authors', async () => {
    const theme = await planning.inReview({ lessonIds: [await planning.lesson(), await lessonBy(both)] });
    expect(idsOf(theme.authors)).toEqual([both.member.id, planning.admin.member.id]);
    expect(await both.api.send('approveTheme', params(theme))).toMatchObject({ status: 403, error: { code: 'THEME_OWN_APPROVAL', message: '自己写的主题或课要由别人审，请换一位审核人' } });
    expect(await planning.noticesOf(both)).toEqual([]);
    expect(await approvedBy(planning.approver, theme)).toBe('ok');
  });

  test('may still send it back, and hears what became of it', async () => {
    const theme = await planning.inReview({ lessonIds: [await lessonBy(both)] });
    await planning.approver.api.call('returnTheme', { ...params(theme), body: { reason: '第1课再核一遍' } });
    expect(await planning.noticesOf(both)).toEqual([expect.stringContaining('退回了：第1课再核一遍')]);
  });

  test('counts from the last change, not only from the first draft', async () => {
    const id = await planning.lesson();
    await changeBy(both, id);
    const theme = await planning.inReview({ lessonIds: [id] });
    expect(await approvedBy(both, theme)).toBe('THEME_OWN_APPROVAL');
  });

  test('may approve another theme with the lesson once somebody else has approved it, until it is changed again', async () => {
    const id = await lessonBy(both);
    await planning.scheduled({ lessonIds: [id] });
    const second = await planning.inReview({ lessonIds: [id], monday: '2026-12-07' });
    expect(idsOf(second.authors)).not.toContain(both.member.id);
    expect(await approvedBy(both, second)).toBe('ok');
  });

  test('is an author again after correcting what was sent', async () => {
    const sent = await planning.sent({ lessonIds: [await lessonBy(both)] });
    const id = sent.lessons[0]?.id ?? '';
    await changeBy(both, id, '换了标题');
    const again = await planning.inReview({ lessonIds: [id], monday: '2026-12-07' });
    expect(await approvedBy(both, again)).toBe('THEME_OWN_APPROVAL');
  });
});

test('Where the only approver wrote a lesson of it, the admins are told that nobody can approve it', async () => {
  const town = await server.make.town();
  const author = await server.make.actor({ town, roles: ['admin', 'approver'] });
  const planner = await server.make.actor({ town, roles: ['admin'] });
  const theme = await planner.api.call('createTheme', { body: { monday: '2026-11-30', title: '两人写的', lessonIds: [await lessonBy(author)] } });
  await planner.api.call('submitTheme', params(theme));
  expect(await planning.noticesOf(planner)).toEqual([expect.stringContaining('主题还没有人审')]);
});
