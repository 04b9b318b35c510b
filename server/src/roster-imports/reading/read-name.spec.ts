import { readName } from './read-name.ts';

describe('a name', () => {
  test.each([
    ['王　小明', '王小明'],
    ['王 兴', '王兴'],
    ['　李雷　', '李雷'],
    ['欧阳\n修', '欧阳修'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['王小明（大）', '王小明（大）'],
    ['John  Smith', 'John Smith'],
    ['\u200b韩梅\ufeff', '韩梅'],
  ])('%j is %s', (text, name) => {
    expect(readName(text)).toEqual({ name, fault: null });
  });

  test.each([
    ['', 'NAME_MISSING'],
    ['　', 'NAME_MISSING'],
    ['——', 'NAME_MISSING'],
    ['12', 'NAME_INVALID'],
    ['长'.repeat(31), 'NAME_TOO_LONG'],
  ])('%j is refused as %s', (text, fault) => {
    expect(readName(text)).toEqual({ name: null, fault });
  });

  test('that looks like a formula, or has a digit, is kept as it is and doubted', () => {
    expect(readName('=SUM(A1)')).toEqual({ name: '=SUM(A1)', fault: 'NAME_ODD' });
    expect(readName('张三2')).toEqual({ name: '张三2', fault: 'NAME_ODD' });
  });
});
