import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Config } from '../platform/config/config.ts';
import { Database } from '../platform/database/database.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { PaperBundle } from './paper-bundle.entity.ts';
import { partsOf } from './paper-for-tests.ts';

const evening = '2026-11-24T21:30:00+08:00';
const [minute, day] = [60_000, 86_400_000];

let server: TestServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startTestServer({ wechat: true });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  meeting = await Meeting.in(server);
  await meeting.closed();
  server.at(evening);
});

type Bundle = Answer<'createPaperBundle'>;
const ask = (more: Partial<{ clientId: string; period: string; format: 'xlsx' | 'docx' }> = {}) => meeting.admin.api.call('createPaperBundle', { body: { clientId: randomUUID(), period: '2026-11', format: 'docx', ...more } });
const now = async (id: string): Promise<Bundle | undefined> => (await meeting.admin.api.call('listPaperBundles', {})).items.find((bundle) => bundle.id === id);
const work = (on = server) => on.runJob('paper-bundles');
const pathsOf = async (id: string): Promise<string[]> => [...(await partsOf((await meeting.admin.api.call('downloadPaperBundle', { params: { id } })) as unknown as Buffer)).keys()];
const rowOf = (id: string) => server.get(Database).rows(PaperBundle).findOneByOrFail({ townId: meeting.town.id, id });
const dataDirOf = ({ app }: TestServer): string => (app.get(Config as never) as Config).dataDir;
const isStored = (fileId: string): Promise<boolean> => server.get(FileStore).read(fileId).then(({ stream }) => Boolean(stream.destroy()), () => false);

test('a month is the town’s ledgers, each group’s sheets and each session’s, in folders by group', async () => {
  const group = (await meeting.admin.api.call('listGroups', {})).items.find(({ id }) => id === meeting.groupId)?.name ?? '';
  const { id, state } = await ask();
  expect(state).toBe('waiting');
  await work();
  expect(await now(id)).toMatchObject({ state: 'ready', done: expect.any(Number), keptUntil: Date.parse(evening) + 7 * day });
  const paths = await pathsOf(id);
  expect(paths.filter((path) => path.startsWith('全镇/'))).toEqual(['全镇/2026-11 每周主题推送台账.docx', '全镇/师资登记表.docx', '全镇/学习场地登记表.docx', '全镇/实践点登记表.docx']);
  expect(paths.filter((path) => path.startsWith(group))).toEqual([`${group}/学习活动/2026-11-24 冬油菜田间管理 学习活动出勤表.docx`, `${group}/学习活动/2026-11-24 冬油菜田间管理 学习活动记录表.docx`, `${group}/${group} 2026-11 请假补学登记表.docx`]);
  expect((await now(id))?.done).toBe(paths.length);
});

test('a year has a certificate and a file for everybody, also for two of one name and for somebody without a group', async () => {
  await server.make.member({ town: meeting.town, groupId: meeting.groupId, name: '组员甲' });
  await server.make.member({ town: meeting.town, groupId: null, name: '新来的' });
  const { id } = await ask({ period: '2026', format: 'xlsx' });
  await work();
  const files = (await pathsOf(id)).filter((path) => path.includes('一人一档') && path.includes('档案')).map((path) => path.split('/').at(-1));
  expect(files).toEqual(expect.arrayContaining(['组员甲 2026 学员学习档案.xlsx', '组员甲 2026 学员学习档案（2）.xlsx', '组员乙 2026 学员学习档案.xlsx', '新来的 2026 学员学习档案.xlsx']));
  const members = (await meeting.admin.api.call('listMembers', { query: { pageSize: 100 } })).total;
  expect(files).toHaveLength(members);
});

test('whoever asked is told once, and every step stands in the audit', async () => {
  const { id } = await ask();
  await work();
  await work();
  expect((await meeting.noticesOf(meeting.admin)).filter((line) => line.includes('表格'))).toEqual(['表格打好了：2026年11月全镇的表格打好了，可以下载，留7天。']);
  await pathsOf(id);
  const { items } = await meeting.admin.api.call('listAuditRows', { query: { pageSize: 100 } });
  expect(items.filter(({ target }) => target === id).map(({ act }) => act).sort()).toEqual(['paper-bundle.asked', 'paper-bundle.downloaded', 'paper-bundle.made']);
});

test('asked again from the same page it is the same one; another time under that id is refused', async () => {
  const clientId = randomUUID();
  const [first, again] = [await ask({ clientId }), await ask({ clientId })];
  expect(again.id).toBe(first.id);
  expect(await meeting.admin.api.codeOf('createPaperBundle', { body: { clientId, period: '2026', format: 'docx' } })).toBe('CLIENT_ID_REUSED');
  expect((await meeting.admin.api.send('createPaperBundle', { body: { clientId: randomUUID(), period: '2026-12', format: 'docx' } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'period' });
});

test('it cannot be taken away before it is made, and not after seven days, when its file is gone', async () => {
  const { id } = await ask();
  const download = () => meeting.admin.api.codeOf('downloadPaperBundle', { params: { id } });
  expect(await download()).toBe('PAPER_BUNDLE_NOT_READY');
  await work();
  const { fileId } = await rowOf(id);
  expect([await download(), await isStored(fileId ?? '')]).toEqual(['ok', true]);
  meeting = await meeting.later(Date.parse(evening) + 7 * day + minute);
  await work();
  expect([await download(), await isStored(fileId ?? '')]).toEqual(['PAPER_BUNDLE_GONE', false]);
});

describe('A bundle whose maker died', () => {
  /** As a kill leaves it: leased, a part written. */
  async function abandoned(): Promise<string> {
    const { id } = await ask();
    const database = server.get(Database);
    await database.write(() => database.rows(PaperBundle).update({ townId: meeting.town.id, id }, { state: 'making', fileId: randomUUID(), attempts: 1, done: 3 }));
    return id;
  }

  test('is begun again by whoever watched it stand still, under another lease', async () => {
    const id = await abandoned();
    const { fileId } = await rowOf(id);
    await work();
    server.at(Date.parse(evening) + 2 * minute);
    await work();
    expect((await now(id))?.state).toBe('making');
    server.at(Date.parse(evening) + 2 * minute + 1);
    await work();
    const made = await rowOf(id);
    expect([made.state, made.fileId === fileId, made.attempts]).toEqual(['ready', false, 2]);
  });

  test('is left alone while it goes on', async () => {
    const id = await abandoned();
    const database = server.get(Database);
    for (const done of [4, 5, 6]) {
      await work();
      server.at(server.now() + 90_000);
      await database.write(() => database.rows(PaperBundle).update({ townId: meeting.town.id, id }, { done }));
    }
    await work();
    expect((await now(id))?.state).toBe('making');
  });
});

test('one that the disk does not take is tried three times, then whoever asked is told; nothing of it stays', async () => {
  const broken = await startTestServer();
  try {
    const staff = await Meeting.in(broken);
    // Where the files should lie there is something else.
    await writeFile(path.join(dataDirOf(broken), 'files'), 'no folder');
    const { id } = await staff.admin.api.call('createPaperBundle', { body: { clientId: randomUUID(), period: '2026-11', format: 'docx' } });
    const row = () => broken.get(Database).rows(PaperBundle).findOneByOrFail({ townId: staff.town.id, id });
    for (const attempts of [1, 2, 3]) {
      await broken.runJob('paper-bundles');
      expect(await row()).toMatchObject({ state: 'waiting', fileId: null, attempts });
    }
    await broken.runJob('paper-bundles');
    expect(await row()).toMatchObject({ state: 'failed', fileId: null });
    expect(await staff.noticesOf(staff.admin)).toContainEqual(expect.stringMatching(/^表格没有打成/));
    expect(broken.log.filter((line) => line.includes('A bundle of paper could not be made'))).toHaveLength(3);
  } finally {
    await broken.close();
  }
});

test('two replicas make it once', async () => {
  const other = await startTestServer({ beside: server });
  const { id } = await ask();
  await Promise.all([work(), work(other)]);
  expect(await rowOf(id)).toMatchObject({ state: 'ready', attempts: 1 });
  await other.close();
});
