import { randomBytes } from 'node:crypto';
import { maskPhone } from './mask-phone.ts';
import { Vault } from './vault.ts';

const oldKey = { id: 'old', key: randomBytes(32) };
const newKey = { id: 'new', key: randomBytes(32) };
const indexKey = randomBytes(32);
const vault = new Vault([newKey, oldKey], indexKey);
const place = { townId: 'town', column: 'members.phone_cipher' };

test('what was sealed opens at its place and nowhere else', () => {
  const sealed = vault.seal('13800001234', place);
  expect(vault.open(sealed, place)).toBe('13800001234');
  expect(() => vault.open(sealed, { ...place, townId: 'another' })).toThrow();
  expect(() => vault.open(sealed, { ...place, column: 'members.remark_cipher' })).toThrow();
});

test('a touched value does not open', () => {
  const sealed = vault.seal('13800001234', place);
  const touched = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA');
  expect(() => vault.open(touched, place)).toThrow();
});

test('after a change of keys the old values still open, and are known as old', () => {
  const sealed = new Vault([oldKey], indexKey).seal('13800001234', place);
  expect(vault.open(sealed, place)).toBe('13800001234');
  expect(vault.isStale(sealed)).toBe(true);
  expect(vault.isStale(vault.seal('x', place))).toBe(false);
});

test('equal phones have equal indexes, and without the key they cannot be tried out', () => {
  expect(vault.phoneIndex('13800001234')).toBe(vault.phoneIndex('13800001234'));
  expect(vault.phoneIndex('13800001234')).not.toBe(new Vault([newKey], randomBytes(32)).phoneIndex('13800001234'));
  expect(vault.phoneIndex('13800001234')).not.toBe(vault.openIdIndex('13800001234'));
});

test('two seals of one value differ', () => {
  expect(vault.seal('x', place)).not.toBe(vault.seal('x', place));
});

test('a phone is shown by its first three and last four digits', () => {
  expect(maskPhone('13800001234')).toBe('138****1234');
});
