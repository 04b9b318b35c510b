import { type PaperChoice, periodOf, wanted } from './paper-choice.ts';

const choice = (more: Partial<PaperChoice>): PaperChoice => ({ form: 'sign-in', month: '2026-11', wholeYear: false, groupId: '', sessionId: '', member: null, objectionId: '', ...more });

describe('What is wanted on paper', () => {
  it('waits for what the form is about', () => {
    expect([choice({}), choice({ form: 'leave-sheet' }), choice({ form: 'member-file' })].map(wanted)).toEqual([null, null, null]);
  });

  it('says it to the route of its kind', () => {
    expect(wanted(choice({ sessionId: 's' }))).toEqual({ of: 'session', body: { form: 'sign-in', sessionId: 's' } });
    expect(wanted(choice({ form: 'leave-sheet', groupId: 'g' }))).toEqual({ of: 'group', body: { form: 'leave-sheet', groupId: 'g', period: '2026-11' } });
    expect(wanted(choice({ form: 'member-file', member: { memberId: 'm', name: '甲' } }))).toEqual({ of: 'member', body: { form: 'member-file', memberId: 'm', year: '2026' } });
    expect(wanted(choice({ form: 'month-published' }))).toEqual({ of: 'published', body: { form: 'month-published', month: '2026-11', groupId: undefined } });
    expect(wanted(choice({ form: 'teacher-register' }))).toEqual({ of: 'town', body: { form: 'teacher-register', period: null } });
  });

  it('has the time that the form can have', () => {
    expect(periodOf(choice({ form: 'push-ledger' }))).toBe('2026-11');
    expect(periodOf(choice({ form: 'push-ledger', wholeYear: true }))).toBe('2026');
    expect(periodOf(choice({ form: 'group-hours' }))).toBe('2026');
  });
});
