import { createCipheriv, randomBytes } from 'node:crypto';

const block = 32;

/** Secure mode: 16 random bytes, the length, the words, the app id; PKCS#7 to 32 bytes; AES-256-CBC from key[0:16]. WECHAT.md §2, Push security */
export function sealedWords(words: string, appId: string, encodingAesKey: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(words);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)]);
  const rest = block - (plain.length % block);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(rest, rest)), cipher.final()]).toString('base64');
}
