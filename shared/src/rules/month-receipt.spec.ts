import fc from 'fast-check';
import { defaultRubric, monthlyScore } from './assessment.ts';
import { figure } from './assessment/monthly.ts';
import { attendanceStatuses } from './assessment/rubric.ts';
import { attended } from './attendance.ts';
import { sum, toTwoPlaces } from './fraction.ts';
import { type ReceiptFacts, receiptOf } from './receipt.ts';
import { type SessionFact, sessionMonth } from './session-month.ts';
import { sessionKinds } from './study-session.ts';

// A month as attendance, check-ins and exemptions make it, from the rolls to the printed line.

const status = fc.constantFrom(...attendanceStatuses, null);
const session: fc.Arbitrary<SessionFact> = fc
  .record({ kind: fc.constantFrom(...sessionKinds), status, day: fc.integer({ min: 1, max: 24 }), spoke: fc.boolean(), closed: fc.boolean(), guest: fc.boolean() })
  .map(({ day, spoke, ...rest }) => ({ ...rest, spoke: spoke && attended(rest.status), title: '夜校', date: `2026-11-${String(day).padStart(2, '0')}`, number: null, evidence: '组长点名' }));
const coming = fc.array(fc.record({ kind: fc.constantFrom(...sessionKinds), title: fc.constant('下一场'), date: fc.constant('2026-11-27') }), { maxLength: 4 });
const selfStudy = fc.nat(5).chain((mondays) => fc.record({ mondays: fc.constant(mondays), done: fc.nat(mondays), notes: fc.nat(1) }));
const month: fc.Arbitrary<ReceiptFacts> = fc
  .record({ sessions: fc.array(session, { maxLength: 8 }), coming, selfStudy, exempt: fc.constantFrom('none', 'part', 'whole'), ended: fc.boolean() })
  .map(({ sessions, coming: ahead, selfStudy: own, exempt, ended }) => {
    const { facts, best, events, hints } = sessionMonth({ facts: sessions, coming: ended ? [] : ahead, today: '2026-11-24', credit: defaultRubric.credit });
    return { month: '2026-11', ended, exempt, facts: { ...facts, selfStudy: own }, best: { ...best, selfStudy: own }, events, hints };
  });

test('whatever was attended, made up, missed or exempt: the lines make the sum, the sum with its steps the score', () => {
  fc.assert(
    fc.property(month, (facts) => {
      const { lines, sumEarned, S, adjustments, mostStill } = receiptOf(defaultRubric, facts);
      expect(toTwoPlaces(sum(lines.map(({ earned }) => figure(earned))))).toBe(sumEarned);
      if (S !== null) expect(toTwoPlaces(sum([figure(sumEarned), ...adjustments.map(({ points }) => figure(points))]))).toBe(S);
      expect(S).toBe(facts.exempt === 'whole' ? null : monthlyScore(defaultRubric, facts.facts).S);
      expect(Number(mostStill)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test('every record is shown in the line of its kind, with what it is worth and how it is known', () => {
  fc.assert(
    fc.property(fc.array(session, { maxLength: 8 }), (sessions) => {
      const { facts, best, events, hints } = sessionMonth({ facts: sessions, coming: [], today: '2026-11-24', credit: defaultRubric.credit });
      const { lines } = receiptOf(defaultRubric, { month: '2026-11', ended: false, facts, best, events, hints });
      for (const { dimension, events: shown } of lines) expect(shown).toHaveLength(sessions.filter(({ kind }) => kind === dimension).length);
      expect(lines.flatMap(({ events: shown }) => shown).every(({ evidence, effect }) => evidence !== '' && effect !== '')).toBe(true);
    }),
  );
});

test('a month that is wholly exempt is not rated and owes nothing, and says so', () => {
  fc.assert(
    fc.property(month, (facts) => {
      const { S, sumEarned, lines, spoken } = receiptOf(defaultRubric, { ...facts, exempt: 'whole' });
      expect([S, sumEarned, lines.some(({ offered }) => offered), spoken]).toEqual([null, '0.00', false, '十一月整月免学，这个月不评。']);
    }),
  );
});

const night = (more: Partial<SessionFact>): SessionFact => ({ kind: 'night', title: '夜校', date: '2026-11-20', number: 7, status: 'present', guest: false, spoke: false, closed: true, evidence: '组长点名', ...more });
const printed = (facts: SessionFact[], ahead: { kind: SessionFact['kind']; title: string; date: string }[] = []) => {
  const made = sessionMonth({ facts, coming: ahead, today: '2026-11-24', credit: defaultRubric.credit });
  return receiptOf(defaultRubric, { month: '2026-11', ended: false, ...made });
};

test('what was missed says until when it can be made up and what that is worth', () => {
  const line = printed([night({ status: 'absent' }), night({})]).lines.find(({ dimension }) => dimension === 'night');
  expect(line).toMatchObject({ earned: '7.50', stillPossible: '有1场可以补学，最多还能记7.5分' });
  expect(line?.events[0]?.effect).toBe('没有记，12月4日前可以补学');
});

test('who spoke at a discussion has the contribution, and the receipt says where', () => {
  const line = printed([night({ kind: 'group', spoke: true })]).lines.find(({ dimension }) => dimension === 'group');
  expect(line).toMatchObject({ earned: '20.00', formula: '15 × 1 ÷ 1次 + 发言5 = 20，规则2026-1版' });
  expect(line?.events[0]?.evidence).toBe('到，组长点名，发了言');
});

test('a kind that is still to come is not said to be missing from the month', () => {
  const { lines, spoken } = printed([night({})], [{ kind: 'practice', title: '清沟日', date: '2026-11-28' }]);
  expect(lines.find(({ dimension }) => dimension === 'practice')).toMatchObject({ offered: false, stillPossible: '还有1场实践，最多还能记10分' });
  expect(spoken).toBe('十一月已记15分，夜校学习15分，满分15，其余还没有记录，最多还能记10分。');
});

test('somebody who is not marked yet waits for the roll; once it is closed the session does not count', () => {
  const effects = (closed: boolean) => printed([night({ status: null, closed })]).lines.flatMap(({ events }) => events.map(({ effect }) => effect));
  expect([effects(false), effects(true)]).toEqual([['等组长点名'], ['不计']]);
});
