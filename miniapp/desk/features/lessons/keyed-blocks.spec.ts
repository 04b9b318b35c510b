import { keyed, removed, replaced, restored, shifted, storable } from './keyed-blocks.ts';

describe('the blocks of a lesson in the editor', () => {
  const one = keyed({ type: 'paragraph', runs: [{ text: '一' }] });
  const two = keyed({ type: 'heading', level: 2, text: '二' });

  it('move one place, and not over the edge', () => {
    expect(shifted([one, two], two.key, -1)).toEqual([two, one]);
    expect(shifted([one, two], two.key, 1)).toEqual([one, two]);
  });

  it('come back where they were, and keep what was written into the others meanwhile', () => {
    const written = replaced(removed([one, two], one.key), two.key, { type: 'heading', level: 2, text: '二改过' });
    expect(restored(written, one, 0).map(({ block }) => block)).toEqual([one.block, { type: 'heading', level: 2, text: '二改过' }]);
  });

  it('are stored without those that were only begun', () => {
    const begun = [keyed({ type: 'paragraph', runs: [] }), keyed({ type: 'heading', level: 1, text: ' ' }), keyed({ type: 'list', ordered: false, items: [{ runs: [] }] })];
    expect(storable([one, ...begun, two])).toEqual([one.block, two.block]);
  });
});
