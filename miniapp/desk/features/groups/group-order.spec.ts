import { inOrder } from './group-order.ts';

const named = (name: string) => ({ id: name, name, members: 0, leaders: [], closed: false });

describe('the order of groups', () => {
  it('counts in Chinese as people do', () => {
    const names = ['第十三学习小组', '第二学习小组', '第十学习小组', '第二十一学习小组', '第九学习小组', '第一学习小组'];
    expect(inOrder(names.map(named)).map(({ name }) => name)).toEqual(['第一学习小组', '第二学习小组', '第九学习小组', '第十学习小组', '第十三学习小组', '第二十一学习小组']);
  });

  it('takes figures too, and puts those without a number last', () => {
    expect(inOrder(['机关小组', '12组', '3组'].map(named)).map(({ name }) => name)).toEqual(['3组', '12组', '机关小组']);
  });
});
