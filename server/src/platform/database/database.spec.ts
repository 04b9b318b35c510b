import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestServer, type TestServer } from '../../../test/test-server.ts';
import { Operator } from '../../logins/operator.entity.ts';
import { Database } from './database.ts';

let server: TestServer;
let database: Database;
beforeAll(async () => {
  server = await startTestServer();
  database = server.get(Database);
});
afterAll(() => server.close());

const operator = (name: string): Operator => ({ id: randomUUID(), name, createdAt: 1 });
const insert = (name: string) => database.rows(Operator).insert(operator(name));
const names = async (): Promise<string[]> => (await database.rows(Operator).find()).map(({ name }) => name);

function gate(): { passed: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

test('units of work that run at the same time do not fail each other', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, at) => database.write(async () => {
    await insert(`side-by-side-${at}`);
    await pause(1);
    await database.rows(Operator).countBy({ name: `side-by-side-${at}` });
  })));
  expect((await names()).filter((name) => name.startsWith('side-by-side-'))).toHaveLength(40);
});

test('a unit that rolls back takes no stranger’s write with it', async () => {
  const failing = database.write(async () => {
    await insert('rolled-back');
    await pause(30);
    throw new Error('changed its mind');
  });
  const stranger = database.write(() => insert('stranger'));
  await expect(failing).rejects.toThrow('changed its mind');
  await stranger;
  expect(await names()).toEqual(expect.arrayContaining(['stranger']));
  expect(await names()).not.toContain('rolled-back');
});

test('nobody outside sees a unit’s writes before it is committed', async () => {
  const written = gate();
  const seen = gate();
  const unit = database.write(async () => {
    await insert('not-yet');
    written.open();
    await seen.passed;
  });
  await written.passed;
  const meanwhile = await names();
  seen.open();
  await unit;
  expect(meanwhile).not.toContain('not-yet');
  expect(await names()).toContain('not-yet');
});

test('a service that calls another stays in one transaction', async () => {
  const nested = database.write(async () => {
    await insert('outer');
    await database.write(() => insert('inner'));
    throw new Error('the outer one fails');
  });
  await expect(nested).rejects.toThrow('the outer one fails');
  expect((await names()).filter((name) => ['outer', 'inner'].includes(name))).toEqual([]);
});

test('an inner failure that somebody swallows fails the whole', async () => {
  const swallowed = database.write(async () => {
    await insert('half');
    await database.write(() => Promise.reject(new Error('inner'))).catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow('swallowed');
  expect(await names()).not.toContain('half');
});

test('a refused key leaves the unit usable and is known by its name', async () => {
  const row = operator('first');
  await database.write(async () => {
    await database.rows(Operator).insert(row);
    const refused: unknown = await database.rows(Operator).insert(row).catch((error: unknown) => error);
    expect(database.isUnique(refused, 'pk_operators')).toBe(true);
    expect(database.isUnique(refused, 'uq_towns_code')).toBe(false);
    await insert('after the refusal');
  });
  expect(await names()).toEqual(expect.arrayContaining(['first', 'after the refusal']));
});

describe('A statement written by hand', () => {
  const sql = 'INSERT INTO operators (id, name, created_at) VALUES (?, ?, ?)';
  const insertByHand = ({ id, name, createdAt }: Operator) => database.run(sql, [id, name, createdAt]);

  test('belongs to the unit of work around it: committed with it, rolled back with it', async () => {
    await database.write(() => insertByHand(operator('by hand')));
    await database.write(async () => {
      await insertByHand(operator('by hand, rolled back'));
      throw new Error('no');
    }).catch(() => undefined);
    expect((await names()).filter((name) => name.startsWith('by hand'))).toEqual(['by hand']);
  });

  test('answers rows by the names that it gives to their columns, and sees the unit’s own writes', async () => {
    const row = operator('seen from inside');
    const seen = await database.write(async () => {
      await insertByHand(row);
      return database.run<{ id: string; madeAt: number }>('SELECT id, created_at AS madeAt FROM operators WHERE name = ?', [row.name]);
    });
    expect(seen).toEqual([{ id: row.id, madeAt: 1 }]);
  });

  test('is refused by a taken key as the builder’s are, and leaves the unit usable', async () => {
    const row = operator('taken by hand');
    await database.write(async () => {
      await insertByHand(row);
      const refused: unknown = await insertByHand(row).catch((error: unknown) => error);
      expect(database.isUnique(refused, 'pk_operators')).toBe(true);
      await insert('after the refusal by hand');
    });
    expect(await names()).toEqual(expect.arrayContaining(['taken by hand', 'after the refusal by hand']));
  });

  test('cannot write outside a unit of work, nor after its end', async () => {
    await expect(insertByHand(operator('outside by hand'))).rejects.toThrow();
    let late: Promise<unknown> = Promise.resolve();
    await database.write(async () => {
      late = pause(20).then(() => insertByHand(operator('late by hand')));
      late.catch(() => undefined);
    });
    await expect(late).rejects.toThrow('over');
    expect((await names()).filter((name) => name.endsWith('by hand') && /outside|late/.test(name))).toEqual([]);
  });
});

test('what follows a commit does not happen after a rollback', async () => {
  const happened: string[] = [];
  await database.write(async () => void database.afterCommit(() => happened.push('committed')));
  await database.write(async () => {
    database.afterCommit(() => happened.push('rolled back'));
    throw new Error('no');
  }).catch(() => undefined);
  expect(happened).toEqual(['committed']);
});

test('reads outside a unit of work cannot write', async () => {
  await expect(insert('through the reader')).rejects.toThrow();
  expect(await names()).not.toContain('through the reader');
});

test('a statement after the end of its unit fails instead of landing in somebody else’s', async () => {
  let late: Promise<unknown> = Promise.resolve();
  await database.write(async () => {
    late = pause(20).then(() => insert('late'));
    late.catch(() => undefined);
  });
  await expect(late).rejects.toThrow('over');
  expect(await names()).not.toContain('late');
});

test('text compares by its bytes: case and trailing spaces count', async () => {
  await database.write(() => insert('Case '));
  expect(await database.rows(Operator).countBy({ name: 'case ' })).toBe(0);
  expect(await database.rows(Operator).countBy({ name: 'Case' })).toBe(0);
  expect(await database.rows(Operator).countBy({ name: 'Case ' })).toBe(1);
});
