import type { OwnMark } from './marks';
import { countsOf, countsText, peopleOf, settled, type SheetRow, tapped } from './roll-people';

type Standing = SheetRow['standing'][number];
const member = { memberId: 'm1', name: '陈素芬' };

function row(standing: readonly Partial<Standing>[]): SheetRow {
  const full = standing.map((mark): Standing => ({ id: 's1', status: 'present', way: 'roll', capturedAt: 1, receivedAt: 1, by: { memberId: 'l', name: '罗世全' }, ...mark }));
  return { member, groupId: null, paper: false, guest: false, status: null, differs: false, standing: full, spoke: false };
}

function own(mark: Partial<OwnMark>): OwnMark {
  return { id: 'o1', memberId: 'm1', status: 'late', capturedAt: 2, over: [], sentAt: null, refused: null, ...mark };
}

test('without marks nobody is anything; a tap marks, the same tap again takes it back', () => {
  const nobody = settled(row([]), 0, []);
  expect(nobody.status).toBeNull();
  expect(tapped(nobody, 'present')).toEqual({ status: 'present', over: [] });
  const there = settled(row([]), 0, [own({ status: 'present' })]);
  expect(there.status).toBe('present');
  expect(tapped(there, 'present')).toEqual({ status: null, over: ['o1'] });
  expect(settled(row([]), 0, [own({ status: 'present' }), own({ id: 'o2', status: null, over: ['o1'] })]).status).toBeNull();
});

test('a mark of this phone over what it saw replaces it at once; one that did not see it differs', () => {
  expect(settled(row([{}]), 0, [own({ over: ['s1'] })])).toMatchObject({ status: 'late', differs: false });
  expect(settled(row([{}]), 0, [own({})])).toMatchObject({ status: 'late', differs: true });
});

test('where two marks differ every tap is a choice, also of what counts now', () => {
  const two = settled(row([{}, { id: 's2', status: 'absent' }]), 0, []);
  expect(two).toMatchObject({ status: 'absent', differs: true });
  expect(tapped(two, 'absent')).toEqual({ status: 'absent', over: ['s1', 's2'] });
});

test('a mark that the server’s roll was asked for after is not counted twice; one sent since still counts', () => {
  const replaced = row([{ id: 's2', status: 'absent' }]);
  expect(settled(replaced, 100, [own({ sentAt: 50 })])).toMatchObject({ status: 'absent', differs: false });
  expect(settled(replaced, 100, [own({ sentAt: 150, over: ['s2'] })])).toMatchObject({ status: 'late', differs: false });
});

test('what the server refused does not count', () => {
  expect(settled(row([{}]), 0, [own({ over: ['s1'], refused: { code: 'SESSION_CLOSED', message: '' } })]).status).toBe('present');
});

test('a leader’s mark stands against a scan, which stays seen', () => {
  expect(settled(row([{ way: 'scan' }]), 0, [own({ status: 'absent' })])).toMatchObject({ status: 'absent', differs: false });
});

test('the counts are read as one sentence, what is rare only where there is some', () => {
  const all = [settled(row([{}]), 0, []), settled(row([{ status: 'leave' }]), 0, []), settled(row([]), 0, [])];
  expect(countsText(countsOf(all))).toBe('应到3，到1，迟0，假1，缺0，没点1');
  expect(countsText(countsOf([settled(row([{ status: 'left_early' }]), 0, [])]))).toBe('应到1，到0，迟0，假0，缺0，早退1');
});

test('a guest whom this phone has marked is on the roll before the server knows, beside those expected', () => {
  const guest = own({ memberId: 'g1', guest: '来客', status: 'present' });
  const people = peopleOf([row([{}])], 0, [guest]);
  expect(people.map(({ name, guest: came, status }) => [name, came, status])).toEqual([['陈素芬', false, 'present'], ['来客', true, 'present']]);
  expect(countsOf(people)).toMatchObject({ expected: 1, present: 1 });
  const known = peopleOf([{ ...row([]), member: { memberId: 'g1', name: '来客' }, guest: true }], 0, [guest]);
  expect(known.map(({ name, status }) => [name, status])).toEqual([['来客', 'present']]);
  expect(peopleOf([], 0, [{ ...guest, refused: { code: 'NOT_FOUND', message: '' } }])).toEqual([]);
});
