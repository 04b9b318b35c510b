import { defaultRubric } from './assessment/rubric.ts';
import { type SessionFact, sessionMonth } from './session-month.ts';

const fact = (more: Partial<SessionFact>): SessionFact => ({ kind: 'night', title: '夜校', date: '2026-11-12', number: 380, status: 'present', guest: false, spoke: false, closed: true, evidence: '组长点名', ...more });
const month = (facts: SessionFact[], coming: Parameters<typeof sessionMonth>[0]['coming'] = [], today = '2026-11-20') => sessionMonth({ facts, coming, today, credit: defaultRubric.credit });

test('records stand in the dimension of their session, with what they are worth', () => {
  const { facts, events } = month([fact({}), fact({ status: 'late', evidence: '扫码签到' }), fact({ kind: 'centralized', status: 'exempt' })]);
  expect(facts).toMatchObject({ night: ['present', 'late'], centralized: ['exempt'], group: { records: [], contributed: false } });
  expect(events.night?.map(({ title, evidence, effect }) => [title, evidence, effect])).toEqual([['第380期：夜校', '到，组长点名', '记1次'], ['第380期：夜校', '迟到，扫码签到', '记半次']]);
  expect(events.centralized?.[0]?.effect).toBe('不计');
});

test('who was not marked has no record, and can still get one only while the session is open', () => {
  const { facts, best } = month([fact({ status: null }), fact({ status: null, closed: false })]);
  expect([facts.night, best.night]).toEqual([[], ['present']]);
});

test('what was missed can be made up for fourteen days', () => {
  const missed = [fact({ status: 'absent' }), fact({ status: 'leave' })];
  expect(month(missed, [], '2026-11-26').best.night).toEqual(['made_up', 'made_up']);
  expect(month(missed, [], '2026-11-26').hints.night).toEqual(['有2场可以补学']);
  expect(month(missed, [], '2026-11-27').best.night).toEqual(['absent', 'leave']);
});

test('one that was reported waits: nobody is asked for it again, and it still can count after its fourteen days', () => {
  const reported = [fact({ status: 'absent', makeUpWaits: true }), fact({ status: null, makeUpWaits: true }), fact({ status: 'present', makeUpWaits: true }), fact({ status: 'absent' })];
  const { best, hints, events } = month(reported, [], '2026-11-26');
  expect([best.night, hints.night]).toEqual([['made_up', 'made_up', 'present', 'made_up'], ['有1场可以补学', '有2场补学在核实']]);
  expect(events.night?.map(({ effect }) => effect)).toEqual(['没有记，补学在核实', '补学在核实', '记1次', '没有记，11月26日前可以补学']);
  expect(month(reported.slice(0, 1), [], '2026-12-10')).toMatchObject({ best: { night: ['made_up'] }, hints: { night: ['有1场补学在核实'] } });
});

test('practice is offered to who could come, and verified for who came', () => {
  const practice = (status: SessionFact['status']) => fact({ kind: 'practice', status });
  expect(month([practice('absent'), practice('present')]).facts.practice).toEqual({ offered: true, verified: 1 });
  expect(month([practice('exempt'), practice(null)]).facts.practice).toEqual({ offered: false, verified: 0 });
});

test('a contribution is of group discussions alone, and sessions to come are still possible', () => {
  expect(month([fact({ spoke: true })]).facts.group?.contributed).toBe(false);
  const { facts, best, hints } = month([fact({ kind: 'group', spoke: true })], [{ kind: 'night', title: '夜校', date: '2026-11-26' }]);
  expect([facts.group?.contributed, best.night, hints.night]).toEqual([true, ['present'], ['还有1场夜校']]);
});
