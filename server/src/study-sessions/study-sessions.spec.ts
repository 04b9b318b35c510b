import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

let server: TestServer;
let meeting: Meeting;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  meeting = await Meeting.in(server);
});

describe('a planned session', () => {
  test('stands in the calendar of the town, of its group and of its people', async () => {
    const { id } = await meeting.session({ title: '夜校：冬油菜' });
    const stranger = await server.make.actor({ town: meeting.town });
    const titles = async (api: typeof stranger.api, query: object) => (await api.call('listStudySessions', { query })).items.map(({ title }) => title);
    expect(await titles(stranger.api, {})).toEqual(['夜校：冬油菜']);
    expect(await titles(stranger.api, { mine: true })).toEqual([]);
    expect(await titles(meeting.member(0).api, { mine: true })).toEqual(['夜校：冬油菜']);
    expect(await titles(stranger.api, { groupId: meeting.groupId, kind: 'night', from: '2026-11-24', to: '2026-11-24' })).toEqual(['夜校：冬油菜']);
    expect(await titles(stranger.api, { from: '2026-11-25' })).toEqual([]);
    expect(await stranger.api.call('getStudySession', { params: { id } })).toMatchObject({ state: 'planned', hours: '1.5', expectedCount: 4, counts: null, record: null });
  });

  test('opens on its day and is closed with one line', async () => {
    const { id } = await meeting.closed({ covered: '清沟、追肥' });
    expect(await meeting.member(0).api.call('getStudySession', { params: { id } })).toMatchObject({ state: 'closed', number: 1, record: { text: '清沟排湿，查苗补苗', covered: '清沟、追肥' }, counts: { expected: 4, attended: 0 } });
  });
});
