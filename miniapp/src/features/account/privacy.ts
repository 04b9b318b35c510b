import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '@/platform/request';
import { type Stored, useStored } from '@/platform/stored';

export type Notice = Answer<'getPrivacyNotice'>;

export function usePrivacyNotice(): Stored<Notice> {
  return useStored('privacy-notice', () => call('getPrivacyNotice'));
}
