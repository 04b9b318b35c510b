import { openedPush } from './push-cipher.ts';
import { pushSignature } from './push-signature.ts';

// The vectors of WeChat's own page on the message push.
const key = Buffer.from(`${'A'.repeat(43)}=`, 'base64');
const sealed = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';

test('A plain message is signed as WeChat’s page shows', () => {
  expect(pushSignature('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
});

test('A sealed message is signed and opened as WeChat’s page shows', () => {
  expect(pushSignature('AAAAA', '1713424427', '415670741', sealed)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1');
  expect(openedPush(sealed, key)).toEqual({ text: '{"demo_resp":"good luck"}', appId: 'wxba5fad812f8e6fb9' });
});

test.each([
  ['cut short', sealed.slice(0, 40)],
  ['of another key', sealed, Buffer.alloc(32, 7)],
  ['changed in its last block', `${sealed.slice(0, -6)}AAAA==`],
  ['nothing', ''],
  ['no base64 at all', '不是密文'],
])('What is %s is unreadable', (_, text, other = key) => {
  expect(() => openedPush(text, other)).toThrow(expect.objectContaining({ code: 'WECHAT_PUSH_UNREADABLE' }));
});
