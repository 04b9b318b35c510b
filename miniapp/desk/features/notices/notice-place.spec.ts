import { placeOf } from './notice-place.ts';

describe('a notice', () => {
  it('leads to its session, which the console calls by a shorter name', () => {
    expect(placeOf('/study-sessions/s1')).toBe('/sessions/s1');
  });

  it('leads to what waits to be decided', () => {
    expect(['/leaves', '/make-ups', '/sign-ins/waiting', '/teacher-invitations', '/course-requests', '/complaints'].map(placeOf)).toEqual(['/leaves', '/make-ups', '/sign-ins', '/teacher-invitations', '/course-requests', '/complaints']);
  });

  it('leads to the objections that wait for their answer; one’s own receipt is on the phone', () => {
    expect([placeOf('/objections'), placeOf('/receipts/2026-11')]).toEqual(['/objections', null]);
  });

  it('leads to the talks of the month for which one is owed', () => {
    expect(placeOf('/talks/2026-11')).toBe('/talks/2026-11');
  });

  it('leads to a page that both have under one name', () => {
    expect([placeOf('/themes/2026-11-23'), placeOf('/reflections/r1')]).toEqual(['/themes/2026-11-23', '/reflections/r1']);
  });

  it('leads nowhere when only the phone has the page, or there is none', () => {
    expect([placeOf('/weeks/2026-11-23'), placeOf('/group-check-ins/2026-11-23'), placeOf(null)]).toEqual([null, null, null]);
  });
});
