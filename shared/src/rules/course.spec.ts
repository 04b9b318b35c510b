import { moveRequest, type RequestEvent, type RequestState, suggestCourses, type SuggestionFacts } from './course.ts';

// The whole table, written out a second time by hand.
const expected: Record<RequestState, Record<RequestEvent, RequestState | null>> = {
  open: { join: 'open', leave: 'open', plan: 'planned', reopen: null, hold: null, close: 'closed', abandon: 'closed' },
  planned: { join: 'planned', leave: 'planned', plan: 'planned', reopen: 'open', hold: 'closed', close: 'closed', abandon: null },
  closed: { join: null, leave: null, plan: null, reopen: null, hold: null, close: null, abandon: null },
};
const cells = Object.entries(expected).flatMap(([state, row]) => Object.entries(row).map(([event, to]) => ({ state, event, to })));

test.each(cells)('a course request that is $state answers $event with $to', ({ state, event, to }) => {
  expect(moveRequest(state as RequestState, event as RequestEvent)).toBe(to);
});

const nothing: SuggestionFacts = { today: '2026-11-24', tags: [], sets: [], requests: [], studied: [] };
const reasonsOf = (facts: Partial<SuggestionFacts>) => suggestCourses({ ...nothing, ...facts }).map(({ id, reason }) => [id, reason]);

test('a course set is suggested to whoever it is for, and says so', () => {
  const sets = [{ id: 'a', title: '直播卖货', tag: 'rich_leader', why: '带头人先会，才带得动。' }, { id: 'b', title: '养蜂', tag: '养蜂户', why: '冬天蜂要管。' }];
  expect(reasonsOf({ sets, tags: ['rich_leader', 'party_member'] })).toEqual([['a', '这套课是给致富带头人排的：带头人先会，才带得动。']]);
  expect(reasonsOf({ sets, tags: ['养蜂户'] })).toEqual([['b', '这套课是给养蜂户排的：冬天蜂要管。']]);
});

test('a request is suggested once two of one’s group want it, and never one’s own', () => {
  const request = { id: 'r', title: '果树剪枝', fromGroup: 2, mine: false };
  expect(reasonsOf({ requests: [request, { ...request, id: 's', fromGroup: 1 }, { ...request, id: 't', mine: true }] })).toEqual([['r', '你们组有2个人点了这一课，你也可以一起点。']]);
});

test('what was not studied for eight weeks is suggested by a lesson on it, the longest first', () => {
  const lesson = (id: string) => ({ id, title: id });
  const studied = [
    { category: 'theory', name: '理论', lastOn: '2026-09-28', lesson: lesson('l1') },
    { category: 'history', name: '党史', lastOn: '2026-09-29', lesson: lesson('l2') },
    { category: 'skills', name: '技能', lastOn: null, lesson: lesson('l3') },
    { category: 'farming', name: '种养', lastOn: null, lesson: null },
  ];
  expect(reasonsOf({ studied })).toEqual([['l3', '“技能”你这半年还没学过。'], ['l1', '“理论”你上一次学是9月28日那一周，隔得有点久了。']]);
});
