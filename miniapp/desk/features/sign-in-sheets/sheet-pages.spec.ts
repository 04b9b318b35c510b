import type { RollRow, SessionDetail } from '../sessions/session-words.ts';
import { sheetPages } from './sheet-pages.ts';

const session = { expected: { kind: 'groups', tag: null, groups: [{ id: 'g1', name: '第一学习小组' }, { id: 'g2', name: '第二学习小组' }] } } as unknown as SessionDetail;
const people = (count: number, groupId: string, guest = false): RollRow[] => Array.from({ length: count }, (_, at) => ({ member: { memberId: `${groupId}${at}`, name: '党员' }, groupId, guest }) as unknown as RollRow);

describe('the printed sheet of a session', () => {
  it('is one page for a group, in one column of large rows', () => {
    expect(sheetPages({ session, rows: people(11, 'g1') })).toMatchObject([{ at: 1, of: 1, columns: 1, groupName: null }]);
  });

  it('has two columns when there are more names than large rows', () => {
    expect(sheetPages({ session, rows: people(30, 'g1') })).toMatchObject([{ of: 1, columns: 2 }]);
  });

  it('is a page for each group when the town comes together', () => {
    const pages = sheetPages({ session, rows: [...people(30, 'g2'), ...people(25, 'g1')] });
    expect(pages.map(({ groupName, rows, at, of }) => [groupName, rows.length, at, of])).toEqual([['第一学习小组', 25, 1, 2], ['第二学习小组', 30, 2, 2]]);
  });

  it('leaves room for those who come along and names only who is expected', () => {
    expect(sheetPages({ session, rows: [...people(3, 'g1'), ...people(1, 'g2', true)] })[0]?.rows).toHaveLength(3);
  });
});
