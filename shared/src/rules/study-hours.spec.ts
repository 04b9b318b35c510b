import { earnedHours, hoursText, proposedHours, toHundredths } from './study-hours.ts';

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
