import { type InvitationEvent, type InvitationState, isLocal, moveInvitation, teacherKinds } from './teacher.ts';

// The whole table, written out a second time by hand.
const expected: Record<InvitationState, Record<InvitationEvent, InvitationState | null>> = {
  invited: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', move: 'invited' },
  accepted: { accept: null, decline: 'declined', withdraw: 'withdrawn', move: 'invited' },
  declined: { accept: 'accepted', decline: null, withdraw: 'withdrawn', move: 'invited' },
  withdrawn: { accept: null, decline: null, withdraw: null, move: null },
};
const cells = Object.entries(expected).flatMap(([state, row]) => Object.entries(row).map(([event, to]) => ({ state, event, to })));

test.each(cells)('an invitation that is $state answers $event with $to', ({ state, event, to }) => {
  expect(moveInvitation(state as InvitationState, event as InvitationEvent)).toBe(to);
});

test('cadres, reserve and leaders in getting rich are local, the others come from outside', () => {
  expect(teacherKinds.filter(isLocal)).toEqual(['cadre', 'reserve', 'rich_leader']);
});
