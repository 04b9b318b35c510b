import { AppError } from '@weidangxiao/shared/errors.ts';
import { createDecipheriv } from 'node:crypto';

const randomBytes = 16;
const lengthBytes = 4;
const blockBytes = 32;

/**
 * What WeChat sealed for an app in secure mode: AES-256-CBC, the first half of the key as its start, padded to blocks
 * of 32. @throws AppError WECHAT_PUSH_UNREADABLE
 */
export function openedPush(sealed: string, key: Buffer): { text: string; appId: string } {
  const bytes = unpadded(decrypted(sealed, key));
  if (bytes.length < randomBytes + lengthBytes) throw new AppError('WECHAT_PUSH_UNREADABLE');
  const begin = randomBytes + lengthBytes;
  const end = begin + bytes.readUInt32BE(randomBytes);
  if (end > bytes.length) throw new AppError('WECHAT_PUSH_UNREADABLE');
  return { text: bytes.toString('utf8', begin, end), appId: bytes.toString('utf8', end) };
}

function decrypted(sealed: string, key: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  try {
    return Buffer.concat([cipher.update(sealed, 'base64'), cipher.final()]);
  } catch (cause) {
    throw new AppError('WECHAT_PUSH_UNREADABLE', { cause });
  }
}

function unpadded(bytes: Buffer): Buffer {
  const padding = bytes.at(-1) ?? 0;
  if (padding < 1 || padding > blockBytes) throw new AppError('WECHAT_PUSH_UNREADABLE');
  return bytes.subarray(0, bytes.length - padding);
}
