import { randomUUID } from 'node:crypto';
import { keepsOrder, type SnapshotRow, snapshotOf } from '../../test/database-snapshot.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { pngFile } from '../../test/matrix/files.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

const secretTables = ['complaints', 'complaint_photos'];

let server: TestServer;
let town: MadeTown;
let writer: Actor;
beforeAll(async () => {
  server = await startTestServer();
  town = await server.make.town();
  await server.make.actor({ town, roles: ['admin'] });
  writer = await server.make.actor({ town });
  for (let people = 0; people < 4; people += 1) await server.make.actor({ town });
  // They have been here: what their logins say of today is known before anybody complains.
  await writer.api.call('getCurrentLogin');
});
afterAll(() => server.close());

const textOf = (row: SnapshotRow): string => JSON.stringify([row.table, row.values]);

/** The rows that are new or changed. */
function differences(before: readonly SnapshotRow[], after: readonly SnapshotRow[]): SnapshotRow[] {
  const known = new Set(before.map(textOf));
  return after.filter((row) => !known.has(textOf(row)));
}

/** What one row could be joined to another by; the town and the day are everybody's. */
function handles(rows: readonly SnapshotRow[], shared: readonly string[]): Set<string> {
  const values = rows.flatMap(({ values }) => Object.values(values));
  const joining = values.flatMap((value) => (typeof value === 'string' && value.length >= 8 ? [value] : typeof value === 'number' && value > 1e6 ? [String(value)] : []));
  return new Set(joining.filter((value) => !shared.includes(value)));
}

interface Complained {
  readonly before: SnapshotRow[];
  readonly after: SnapshotRow[];
  readonly clientId: string;
  readonly receipt: string;
}

async function complain(about: 'study' | 'town', anonymous = true): Promise<Complained> {
  const before = await snapshotOf(server);
  const clientId = randomUUID();
  const { id: photoId } = await writer.api.call('createComplaintPhoto', { file: pngFile() });
  const { receipt } = await writer.api.call('createComplaint', { body: { clientId, about, text: `一句话${clientId.slice(0, 8)}`, anonymous, photoId } });
  return { before, after: await snapshotOf(server), clientId, receipt: receipt ?? 'none' };
}

test.each(['study', 'town'] as const)('an anonymous complaint about %s, with its photo, changes nothing but the two tables that know nobody', async (about) => {
  const { before, after } = await complain(about);
  const changed = differences(before, after);
  expect(changed.map(({ table }) => table).sort()).toEqual(['complaint_photos', 'complaints']);
});

test('whoever holds the whole database joins it to nobody', async () => {
  const { before, after } = await complain('study');
  const complaint = differences(before, after);
  const joining = handles(complaint, [town.id, '2026-11-24', 'image/png', 'study']);
  const joined = after.filter((row) => !secretTables.includes(row.table) && Object.values(row.values).some((value) => joining.has(String(value))));
  expect(joining.size).toBeGreaterThan(2);
  expect(joined).toEqual([]);
  const person = [writer.member.id, writer.member.groupId, writer.member.name];
  expect(complaint.filter((row) => person.some((mark) => mark && textOf(row).includes(mark)))).toEqual([]);
});

test('the same search finds who wrote a named one', async () => {
  const { before, after } = await complain('study', false);
  const complaint = differences(before, after).filter(({ table }) => secretTables.includes(table));
  const joining = handles(complaint, [town.id, '2026-11-24', 'image/png', 'study']);
  const joined = after.filter((row) => row.table === 'members' && Object.values(row.values).some((value) => joining.has(String(value))));
  expect(joined.map(({ values }) => values['id'])).toEqual([writer.member.id]);
});

test('neither the phone’s id of it nor the receipt number is kept', async () => {
  const { after, clientId, receipt } = await complain('study');
  const all = after.map(textOf).join('\n');
  for (const secret of [clientId, receipt, receipt.replaceAll('-', '')]) expect(all).not.toContain(secret);
  expect(server.log.join('\n')).not.toContain(receipt);
});

test('no time of it is kept but the day, of named ones neither', async () => {
  for (const anonymous of [true, false]) {
    const { before, after } = await complain('study', anonymous);
    const rows = differences(before, after).filter(({ table }) => secretTables.includes(table));
    const numbers = rows.flatMap(({ values }) => Object.values(values)).filter((value) => Number(value) > 1e6);
    expect(numbers).toEqual([]);
  }
});

test('no order of coming in is kept', async () => {
  for (const table of secretTables) expect(await keepsOrder(server, table)).toBe(false);
});

test('the next morning adds rows that name nobody but the job, and no second of the day before', async () => {
  await complain('study');
  const before = await snapshotOf(server);
  server.at('2026-11-25T08:01:00+08:00');
  await server.runJob('complaints');
  const changed = differences(before, await snapshotOf(server));
  expect([...new Set(changed.map(({ table }) => table))].sort()).toEqual(['audit_rows', 'complaints', 'notices']);
  const audits = changed.filter(({ table }) => table === 'audit_rows').map(({ values }) => values);
  expect([...new Set(audits.map(({ actor }) => actor))]).toEqual(['system:complaints']);
  expect([...new Set(audits.map(({ at }) => Number(at)))]).toEqual([server.now()]);
  expect(changed.filter((row) => textOf(row).includes(writer.member.id))).toEqual([]);
});

test('the receipt number alone leads to the answer, and leaves no trace either', async () => {
  const { receipt } = await complain('study');
  await writer.api.call('getCurrentLogin');
  const before = await snapshotOf(server);
  expect(await writer.api.codeOf('findComplaint', { body: { receipt } })).toBe('ok');
  expect(differences(before, await snapshotOf(server))).toEqual([]);
});
