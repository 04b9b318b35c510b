import { moveReflection, type ReflectionEvent, type ReflectionState, statesBefore } from './reflection.ts';

// The whole table, written out a second time by hand.
const expected: Record<ReflectionState, Record<ReflectionEvent, ReflectionState | null>> = {
  draft: { change: 'draft', submit: 'in_review', publish: null, return: null },
  in_review: { change: null, submit: null, publish: 'published', return: 'returned' },
  published: { change: null, submit: null, publish: null, return: null },
  returned: { change: 'returned', submit: 'in_review', publish: null, return: null },
};
const cells = Object.entries(expected).flatMap(([state, row]) => Object.entries(row).map(([event, to]) => ({ state, event, to })));

test.each(cells)('a reflection that is $state answers $event with $to', ({ state, event, to }) => {
  expect(moveReflection(state as ReflectionState, event as ReflectionEvent)).toBe(to);
});

test('a draft and what was returned can be handed in, nothing else', () => {
  expect(statesBefore('submit')).toEqual(['draft', 'returned']);
});
