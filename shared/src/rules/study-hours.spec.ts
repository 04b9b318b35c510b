import { earnedHours, hoursDuty, hoursOwed, hoursText, proposedHours, toHundredths } from './study-hours.ts';

const minutes = (length: number): number => proposedHours(0, length * 60_000);

test('an hour is one study hour, to the half, a day at most eight', () => {
  expect([10, 30, 45, 60, 74, 75, 90, 240, 480, 720].map(minutes)).toEqual([50, 50, 100, 100, 100, 150, 150, 400, 800, 800]);
});

test('who came late or left early has half of it, who was not there none', () => {
  const statuses = ['present', 'made_up', 'late', 'left_early', 'leave', 'absent', 'exempt', null] as const;
  expect(statuses.map((status) => earnedHours(150, status))).toEqual([150, 150, 75, 75, 0, 0, 0, 0]);
});

test('hours are written as people write them', () => {
  expect([150, 75, 200, 0].map(hoursText)).toEqual(['1.5', '0.75', '2', '0']);
  expect(['1.5', '0', '8', '0.5'].map(toHundredths)).toEqual([150, 0, 800, 50]);
});

test('secretaries and committee members owe 56 hours a year, everybody else 32', () => {
  const owed = (roles: string[], duty: string | null) => hoursOwed(hoursDuty(roles, duty), 2026, [{ from: '2025-05-15', to: null }], '2027-01-01').required;
  expect([owed(['member'], null), owed(['member', 'leader'], '小组长'), owed(['member', 'committee'], null), owed(['member', 'approver'], null), owed(['member'], '支部书记'), owed(['member'], '宣统委员')]).toEqual([3_200, 3_200, 5_600, 5_600, 5_600, 5_600]);
});

test('a part of a year is pro rata by the months at whose end the member belonged; what is due by now by those that are over', () => {
  expect(hoursOwed('ordinary', 2026, [{ from: '2026-06-15', to: null }], '2026-11-24')).toEqual({ required: 1_867, due: 1_333, months: 7 });
  expect(hoursOwed('ordinary', 2026, [{ from: '2025-01-01', to: '2026-03-30' }], '2026-11-24')).toEqual({ required: 533, due: 533, months: 2 });
  expect(hoursOwed('office', 2026, [{ from: '2025-01-01', to: '2026-03-31' }, { from: '2026-09-01', to: null }], '2026-11-30')).toEqual({ required: 3_267, due: 2_333, months: 7 });
  expect(hoursOwed('ordinary', 2025, [{ from: '2026-06-15', to: null }], '2026-11-24')).toEqual({ required: 0, due: 0, months: 0 });
});
