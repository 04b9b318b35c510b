import { accountBody, blankAccount, draftOf } from './account-draft.ts';

const typed = { ...blankAccount, appId: ' wx0000000000000001 ', name: '大美龙凤' };

describe('what is sent of an account', () => {
  it('has no secret that nobody typed, so that the one that is kept stays', () => {
    expect(accountBody(typed)).toEqual({ appId: 'wx0000000000000001', name: '大美龙凤', author: '', publishes: false, linked: false });
  });

  it('has the secrets that were typed, without the spaces of a copy', () => {
    expect(accountBody({ ...typed, appSecret: ' abc ', pushToken: 'token ', pushAesKey: ' key' })).toMatchObject({ appSecret: 'abc', push: { token: 'token', aesKey: 'key' } });
    expect(accountBody({ ...typed, pushToken: 'token' })).toMatchObject({ push: { token: 'token', aesKey: null } });
  });
});

test('a known account comes into the form without its secrets', () => {
  const account = { appId: 'wx0000000000000001', name: '大美龙凤', author: '', publishes: true, linked: true, pushed: true, setAt: 1, setBy: null };
  expect(draftOf(account)).toMatchObject({ appId: 'wx0000000000000001', publishes: true, appSecret: '', pushToken: '' });
});
