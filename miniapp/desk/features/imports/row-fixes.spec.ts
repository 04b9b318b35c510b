import type { RosterFault, RosterFix, RosterRow } from './import-words.ts';
import { firstWords, fixesFor } from './row-fixes.ts';

const fault = (code: string, part: Partial<RosterFault> = {}): RosterFault => ({ row: 9, sheet: null, column: '手机', code, severity: 'refuses', message: '', suggestion: null, memberId: null, ...part });
const row = (faults: RosterFault[], part: Partial<RosterRow> = {}): RosterRow => ({
  ...{ row: 9, sheet: null, name: '甲', phoneMasked: '138****123', groupName: '第十四组', joinedOn: null, duty: null, tags: [], offeredRole: null, outcome: 'refused', changes: [], faults },
  ...part,
});

function tried(of: RosterRow) {
  const fixes: RosterFix[] = [];
  const edited: string[] = [];
  const items = fixesFor(of, { edit: (field) => edited.push(field), fix: (fix) => fixes.push(fix) });
  for (const { onPick } of items) onPick();
  return { labels: items.map(({ label }) => label), fixes, edited, items };
}

describe('what can be done about a row', () => {
  it('a phone that is too short: write it anew, none, or leave the row out', () => {
    const { labels, fixes, edited } = tried(row([fault('PHONE_LENGTH')]));
    expect(labels).toEqual(['改手机', '改成“没有手机”', '跳过这一行']);
    expect(edited).toEqual(['phone']);
    expect(fixes).toEqual([{ kind: 'no_phone', row: 9 }, { kind: 'skip', row: 9 }]);
  });

  it('an unknown group can be made, and the fix names it', () => {
    expect(tried(row([fault('GROUP_UNKNOWN')])).fixes).toContainEqual({ kind: 'create_group', name: '第十四组' });
  });

  it('a suggestion comes first; one with a masked phone is only for the eye', () => {
    expect(tried(row([fault('DATE_MONTH', { suggestion: '1990-09' })])).labels[0]).toBe('改成1990-09');
    expect(tried(row([fault('PHONE_LETTER', { suggestion: '138****0816' })])).labels).not.toContain('改成138****0816');
  });

  it('the same person is offered only where it is known who that would be', () => {
    expect(tried(row([fault('SAME_NAME')])).labels).not.toContain('是同一个人');
    expect(tried(row([fault('SAME_NAME', { memberId: 'm' })])).fixes).toContainEqual({ kind: 'same_person', row: 9, memberId: 'm' });
  });

  it('rows of several sheets carry their sheet', () => {
    expect(tried(row([fault('PHONE_LENGTH')], { sheet: '二村' })).fixes).toContainEqual({ kind: 'skip', row: 9, sheet: '二村' });
  });

  it('a row that is only doubtful does not propose to be left out', () => {
    const doubtful = row([fault('LEADER_EXISTS', { severity: 'doubt' })], { outcome: 'added' });
    expect(firstWords(doubtful, tried(doubtful).items)).toBe('改');
  });
});
