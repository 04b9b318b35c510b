import { bodyOf, branchOf, inOrder, type Post } from './chart.ts';

const post = (id: string, parentId: string | null, name = ''): Post => ({ id, title: id, role: null, duties: [], parentId, holder: { member: null, text: name } });
const posts = [post('小组', '委员'), post('书记', null), post('委员', '书记'), post('远教', '书记')];

describe('the organisation chart', () => {
  it('is drawn from the top, each post below its parent', () => {
    expect(inOrder(posts).map(({ post: { id }, depth }) => `${depth}${id}`)).toEqual(['0书记', '1委员', '2小组', '1远教']);
  });

  it('shows a post whose parent is gone at the top', () => {
    expect(inOrder([post('小组', '没有了')]).map(({ depth }) => depth)).toEqual([0]);
  });

  it('takes away a post with everything below it', () => {
    expect([...branchOf(posts, '委员')]).toEqual(['委员', '小组']);
  });

  it('is sent back with a member or with a name, never both', () => {
    const held = { ...post('书记', null), holder: { member: { memberId: 'm1', name: '周明远' }, text: '周明远' } };
    expect(bodyOf([held])[0]).toMatchObject({ holderId: 'm1', holderText: '' });
  });
});
