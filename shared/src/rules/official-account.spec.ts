import { tokenSentence } from './official-account.ts';

test('what WeChat says of an account is told with what to do, where it is about the account', () => {
  expect(tokenSentence(40164)).toContain('IP白名单');
  expect(tokenSentence(40125)).toBe(tokenSentence(40001));
  expect(tokenSentence(45003)).toBeNull();
});
