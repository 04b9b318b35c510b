import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Member } from '../members/member.entity.ts';
import { Database } from '../platform/database/database.ts';
import type { Fix } from './corrections.ts';
import { activeIn, admin, adminOfThirteenGroups, fixture, type Import, membersOf, numerals, sample, upload, uploadLines } from './roster-for-tests.ts';
import { RosterImport } from './roster-import.entity.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const codes = ({ faults }: Pick<Import, 'faults'>): string[] => faults.map(({ row, code }) => `${row} ${code}`);

describe('the sample roster', () => {
  test('has exactly the faults that are listed beside it, each with its heading and what to do', async () => {
    const { api } = await adminOfThirteenGroups(server);
    const answer = await upload(api, sample);
    const { rows, faults } = JSON.parse(fixture('roster-sample.faults.json').toString()) as { rows: number; faults: { row: number; column: number }[] };
    const headings = ['序号', '姓名', '所在小组', '性别', '联系电话', '职务', '类别', '入党时间', '备注(年龄身体等)'];
    expect(answer.faults.map(({ row, column }) => ({ row, column }))).toEqual(faults.map(({ row, column }) => ({ row, column: headings[column - 1] })));
    expect({ valid: answer.valid, invalid: answer.invalid }).toEqual({ valid: rows - faults.length, invalid: faults.length });
    expect(answer.faults.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['PHONE_LENGTH refuses', 'NAME_MISSING refuses', 'PHONE_TWICE refuses', 'GROUP_UNKNOWN refuses']);
    expect(answer.faults[0]?.message).toBe('手机号只有10位，应该是11位。请补一位，或改成“没有手机”');
    expect(answer.unknownGroups).toEqual([{ name: '第十四学习小组', rows: 1 }]);
    expect(answer.columns.map(({ heading }) => heading)).toEqual(headings);
  });

  test('is refused whole in an empty town, until its groups are wanted', async () => {
    const { api, town } = await admin(server);
    const read = await upload(api, sample);
    expect({ valid: read.valid, invalid: read.invalid, groups: read.unknownGroups.length }).toEqual({ valid: 0, invalid: 135, groups: 14 });
    expect(await api.codeOf('confirmRosterImport', { params: { id: read.id }, body: {} })).toBe('ROSTER_NOTHING_TO_WRITE');
    const wanted = await api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'create_group', name: '' }] } });
    expect({ valid: wanted.valid, invalid: wanted.invalid, groups: wanted.unknownGroups }).toEqual({ valid: 132, invalid: 3, groups: [] });
    expect(await activeIn(server, town)).toHaveLength(2);
    const written = await api.call('confirmRosterImport', { params: { id: read.id }, body: {} });
    expect(written).toMatchObject({ state: 'written', groupsCreated: 14, added: 132 });
    const { items } = await api.call('listGroups');
    expect(items.map(({ name }) => name)).toEqual([...numerals, '十四'].map((numeral) => `第${numeral}学习小组`));
    expect(items.reduce((sum, group) => sum + group.members, 0)).toBe(132);
  });

  const mending = [
    { kind: 'no_phone' as const, row: 9 },
    { kind: 'value' as const, row: 17, field: 'name' as const, value: '陶　子' },
    { kind: 'shared_phone' as const, row: 25 },
    { kind: 'value' as const, row: 33, field: 'group' as const, value: '三组' },
  ];

  /** The sample, mended and written. */
  async function written() {
    const { api, town } = await adminOfThirteenGroups(server);
    const { id } = await upload(api, sample);
    const mended = await api.call('correctRosterRows', { params: { id }, body: { fixes: mending } });
    return { api, town, id, mended, result: await api.call('confirmRosterImport', { params: { id }, body: { since: '2026-11-01' } }) };
  }

  test('is mended in place and written once', async () => {
    const { api, town, id, mended, result } = await written();
    expect({ valid: mended.valid, invalid: mended.invalid, faults: mended.faults }).toEqual({ valid: 135, invalid: 0, faults: [] });
    expect(result).toMatchObject({ valid: 135, added: 135, groupsCreated: 0, state: 'written' });
    expect(await api.codeOf('confirmRosterImport', { params: { id }, body: {} })).toBe('ROSTER_IMPORT_WRITTEN');
    expect(await activeIn(server, town)).toHaveLength(137);
  });

  test('changes nothing when it comes again', async () => {
    const { api, town } = await written();
    const again = await upload(api, sample);
    expect(again).toMatchObject({ added: 0, changed: 0 });
    expect(codes(again)).toEqual(['9 PHONE_LENGTH', '17 NAME_MISSING', '33 GROUP_UNKNOWN']);
    await api.call('confirmRosterImport', { params: { id: again.id }, body: {} });
    expect(await activeIn(server, town)).toHaveLength(137);
  });

  test('is taken back whole, once, also after it came again', async () => {
    const { api, town, id } = await written();
    const again = await upload(api, sample);
    await api.call('confirmRosterImport', { params: { id: again.id }, body: {} });
    expect(await api.call('withdrawRosterImport', { params: { id } })).toMatchObject({ state: 'withdrawn', valid: 135 });
    expect(await activeIn(server, town)).toHaveLength(2);
    expect(await api.codeOf('withdrawRosterImport', { params: { id } })).toBe('ROSTER_IMPORT_WITHDRAWN');
    expect(await upload(api, sample)).toMatchObject({ valid: 131, added: 131 });
  });

  test('keeps phones and remarks from the answers, the log and the database', async () => {
    const { api, town } = await adminOfThirteenGroups(server);
    const { id, ...answer } = await upload(api, sample);
    const { items } = await api.call('listRosterRows', { params: { id }, query: { pageSize: 100 } });
    await api.call('confirmRosterImport', { params: { id }, body: {} });
    const stored = JSON.stringify([await server.get(Database).rows(RosterImport).findBy({ townId: town.id }), await activeIn(server, town)]);
    for (const place of [JSON.stringify([answer, items]), stored, server.log.join()]) expect(place).not.toMatch(/1[3-9]\d0000\d{4}|行动不便|长期患病/);
    const ill = (await membersOf(api, '周戌'))[0];
    expect(ill).toMatchObject({ hasRemark: true, groupName: '第二学习小组', joinedOn: '1989-01-03', tags: ['party_member', 'reserve'] });
    expect(await api.call('revealRemark', { params: { id: ill?.id ?? '' } })).toEqual({ remark: '78岁，行动不便' });
  });

  test('offers a duty as a role and grants none', async () => {
    const { api } = await adminOfThirteenGroups(server);
    const { id } = await upload(api, sample);
    const { items } = await api.call('listRosterRows', { params: { id }, query: { pageSize: 100 } });
    expect(items.filter(({ offeredRole }) => offeredRole === 'leader').map(({ row }) => row).slice(0, 3)).toEqual([4, 16, 28]);
    await api.call('confirmRosterImport', { params: { id }, body: {} });
    expect((await membersOf(api)).filter(({ name }) => name !== '周老师').flatMap(({ roles }) => roles.map(({ role }) => role)).filter((role) => role !== 'admin')).toEqual([]);
  });
});

describe('correcting', () => {
  const header = ['姓名', '小组', '手机'];

  test('can be taken back row by row, and the making of a group too', async () => {
    const { api } = await admin(server);
    const { id } = await uploadLines(api, [header, ['甲一', '安溪村小组', '13800000001'], ['甲二', '', '1380000000'], ['甲三', '凤凰村组', '13800000003']]);
    const fix = (fixes: Fix[]) => api.call('correctRosterRows', { params: { id }, body: { fixes } });
    expect(await fix([{ kind: 'create_group', name: '安溪村' }, { kind: 'value', row: 3, field: 'phone', value: '138 0000 0002' }])).toMatchObject({ valid: 2, invalid: 1 });
    expect(codes(await fix([{ kind: 'undo', row: 3 }]))).toEqual(['3 PHONE_LENGTH', '4 GROUP_UNKNOWN']);
    expect(codes(await fix([{ kind: 'undo', row: 2 }]))).toEqual(['2 GROUP_UNKNOWN', '3 PHONE_LENGTH', '3 GROUP_UNKNOWN_ABOVE', '4 GROUP_UNKNOWN']);
    expect(await fix([{ kind: 'skip', row: 3 }])).toMatchObject({ valid: 0, invalid: 2 });
  });

  test('names the fix that speaks of no row, and refuses what is written already', async () => {
    const { api, town } = await admin(server);
    await server.make.group(town, '第一小组');
    const { id } = await uploadLines(api, [header, ['甲一', '一组', '13800000001']]);
    expect(await api.send('correctRosterRows', { params: { id }, body: { fixes: [{ kind: 'skip', row: 2 }, { kind: 'skip', row: 9 }] } })).toMatchObject({ status: 422, error: { code: 'INPUT_INVALID', field: 'fixes.1.row' } });
    expect(await api.codeOf('correctRosterRows', { params: { id }, body: { fixes: [{ kind: 'create_group', name: '第九组' }] } })).toBe('INPUT_INVALID');
    expect(await api.codeOf('correctRosterRows', { params: { id }, body: { fixes: [{ kind: 'same_person', row: 2, memberId: id }] } })).toBe('NOT_FOUND');
    await api.call('confirmRosterImport', { params: { id } });
    expect(await api.codeOf('correctRosterRows', { params: { id }, body: { fixes: [{ kind: 'skip', row: 2 }] } })).toBe('ROSTER_IMPORT_WRITTEN');
  });

  test('takes a suggested phone as it was shown, masked', async () => {
    const { api, town } = await admin(server);
    await server.make.group(town, '第一小组');
    const read = await uploadLines(api, [header, ['甲一', '一组', '138OOOO0001']]);
    expect(read.faults[0]).toMatchObject({ code: 'PHONE_LETTER', suggestion: '138****0001' });
    const mended = await api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'value', row: 2, field: 'phone', value: '138****0001' }] } });
    expect(mended).toMatchObject({ valid: 1, faults: [] });
    await api.call('confirmRosterImport', { params: { id: read.id } });
    const added = (await membersOf(api)).find(({ name }) => name === '甲一');
    expect(await api.call('revealPhone', { params: { id: added?.id ?? '' } })).toEqual({ phone: '13800000001' });
  });
});

describe('people whom the town knows', () => {
  const header = ['姓名', '小组', '手机', '职务'];

  async function town() {
    const actor = await admin(server);
    const first = await server.make.group(actor.town, '第一学习小组');
    const second = await server.make.group(actor.town, '第二学习小组');
    const member = (name: string, phone: string | null, groupId = first.id) => server.make.member({ town: actor.town, name, phone, groupId });
    return { ...actor, first, second, member };
  }

  test('are found though the phone of one cannot be read any longer; what the file has for it is entered anew', async () => {
    const { api, town: place, member } = await town();
    const { id } = await member('甲一', '13800000011');
    await server.make.act(place, () => server.get(Database).rows(Member).update({ townId: place.id, id }, { phoneCipher: 'lost.AAAA' }));
    const read = await uploadLines(api, [header, ['甲一', '一组', '13800000012', '委员']]);
    await api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'same_person', row: 2, memberId: id }] } });
    await api.call('confirmRosterImport', { params: { id: read.id } });
    expect((await membersOf(api, '甲一')).map(({ duty }) => duty)).toEqual(['委员']);
    expect(await api.call('revealPhone', { params: { id } })).toEqual({ phone: '13800000012' });
  });

  test('are moved, changed and found again by their phones; blanks take nothing away', async () => {
    const { api, second, member } = await town();
    const { id } = await member('甲一', '13800000011');
    const read = await uploadLines(api, [header, ['甲 一', '二组', '138-0000-0011', '委员']]);
    expect(read).toMatchObject({ valid: 1, changed: 1, faults: [] });
    const { items } = await api.call('listRosterRows', { params: { id: read.id }, query: { show: 'changed' } });
    expect(items[0]?.changes).toEqual(['小组：第一学习小组 → 第二学习小组', '职务：空 → 委员']);
    await api.call('confirmRosterImport', { params: { id: read.id }, body: { since: '2026-11-10' } });
    const moved = await api.call('getMember', { params: { id } });
    expect(moved).toMatchObject({ groupId: second.id, duty: '委员' });
    expect(moved.memberships.map(({ from, to }) => [from, to])).toEqual([['2026-05-15', '2026-11-09'], ['2026-11-10', null]]);
    expect(await uploadLines(api, [header, ['甲一', '二组', '13800000011', '']])).toMatchObject({ unchanged: 1 });

    await api.call('withdrawRosterImport', { params: { id: read.id } });
    const back = await api.call('getMember', { params: { id } });
    expect(back).toMatchObject({ groupName: '第一学习小组', duty: null });
    expect(back.memberships.map(({ from, to }) => [from, to])).toEqual([['2026-05-15', null]]);
  });

  test('are not doubled when they have no phone, and a question says so', async () => {
    const { api, town: home } = await town();
    const file = [header, ['乙一', '一组', '无', ''], ['乙二', '一组', '', '']];
    const first = await uploadLines(api, file);
    expect(first).toMatchObject({ added: 2, faults: [] });
    await api.call('confirmRosterImport', { params: { id: first.id } });
    const again = await uploadLines(api, file);
    expect(again).toMatchObject({ valid: 2, unchanged: 2 });
    expect(again.faults.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['SAME_NAME_KEPT doubt', 'SAME_NAME_KEPT doubt']);
    await api.call('confirmRosterImport', { params: { id: again.id } });
    expect((await activeIn(server, home)).filter(({ name }) => name.startsWith('乙'))).toHaveLength(2);
    const namesake = await api.call('correctRosterRows', { params: { id: (await uploadLines(api, file)).id }, body: { fixes: [{ kind: 'new_person', row: 2 }] } });
    expect(namesake).toMatchObject({ added: 1, unchanged: 1 });
  });

  test('with another phone are asked about, and answered either way', async () => {
    const { api, member } = await town();
    const { id: memberId } = await member('丙一', '13800000021');
    const file = [header, ['丙一', '第一组', '13800000022', '']];
    const read = await uploadLines(api, file);
    expect(read).toMatchObject({ valid: 0, invalid: 1, missingCount: 2 });
    expect(read.faults).toEqual([expect.objectContaining({ code: 'SAME_NAME', memberId })]);
    const other = await api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'new_person', row: 2 }] } });
    expect(other).toMatchObject({ added: 1, missingCount: 3 });
    const same = await api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'same_person', row: 2, memberId }] } });
    expect(same).toMatchObject({ changed: 1 });
    await api.call('confirmRosterImport', { params: { id: read.id } });
    expect(await api.call('revealPhone', { params: { id: memberId } })).toEqual({ phone: '13800000022' });
  });

  test('whose phone comes with another name are asked about, and may share it', async () => {
    const { api, member } = await town();
    const { id: memberId } = await member('丁一', '13800000031');
    const read = await uploadLines(api, [header, ['丁二', '一组', '13800000031', '']]);
    expect(read.faults).toEqual([expect.objectContaining({ code: 'PHONE_OTHER_NAME', memberId, message: expect.stringContaining('丁一') as string })]);
    const shared = await api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'shared_phone', row: 2 }] } });
    expect(shared).toMatchObject({ added: 1 });
    const renamed = await api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'undo', row: 2 }, { kind: 'same_person', row: 2, memberId }] } });
    expect(renamed).toMatchObject({ changed: 1, added: 0 });
  });

  test('who are not in the sheet are listed and stay', async () => {
    const { api, member, town: home } = await town();
    await member('戊一', null);
    const read = await uploadLines(api, [header, ['戊二', '一组', '13800000041', '']]);
    expect(read.missing).toContainEqual({ memberId: expect.any(String) as string, name: '戊一', groupName: '第一学习小组' });
    await api.call('confirmRosterImport', { params: { id: read.id } });
    expect((await activeIn(server, home)).map(({ name }) => name)).toEqual(expect.arrayContaining(['戊一', '戊二']));
  });

  test('who left are not taken in again silently', async () => {
    const { api, member } = await town();
    const { id } = await member('己一', '13800000051');
    await api.call('closeMember', { params: { id }, body: { kind: 'transferred_out', on: '2026-11-20', reason: '搬到县城' } });
    const read = await uploadLines(api, [header, ['己一', '一组', '13800000051', '']]);
    expect(codes(read)).toEqual(['2 MEMBER_GONE']);
    expect(await api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'new_person', row: 2 }] } })).toMatchObject({ added: 1 });
  });

  test('lead a group already: another leader in the sheet is a doubt', async () => {
    const { api, town: home, first } = await town();
    await server.make.actor({ town: home, groupId: first.id, name: '庚一', phone: '13800000061', roles: ['leader'] });
    const read = await uploadLines(api, [header, ['庚一', '一组', '13800000061', '组长'], ['庚二', '', '13800000062', '组长']]);
    expect(read).toMatchObject({ valid: 2 });
    expect(read.faults).toEqual([expect.objectContaining({ row: 3, code: 'LEADER_EXISTS', severity: 'doubt', column: '职务', message: '第一学习小组已有组长：庚一。导入只记职务，不换组长' })]);
  });

  test('must be looked at again when they changed after the sheet was read', async () => {
    const { api, member } = await town();
    const read = await uploadLines(api, [header, ['辛一', '一组', '13800000071', '']]);
    await member('辛一', '13800000071');
    expect(await api.codeOf('confirmRosterImport', { params: { id: read.id } })).toBe('ROSTER_IMPORT_STALE');
    expect(await api.call('getRosterImport', { params: { id: read.id } })).toMatchObject({ added: 0, unchanged: 1 });
    expect(await api.call('confirmRosterImport', { params: { id: read.id } })).toMatchObject({ added: 0, unchanged: 1, state: 'written' });
  });
});
