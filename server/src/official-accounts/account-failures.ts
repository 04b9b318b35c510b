import { tokenSentence } from '@weidangxiao/shared/rules/official-account.ts';
import { WechatRefused } from '../platform/wechat/wechat-failures.ts';

/** Why WeChat gave no token, in a sentence that says what to do. */
export function tokenFailure(error: unknown): string {
  if (!(error instanceof WechatRefused)) return '微信连不上，过几分钟再试。一直这样，请找维护系统的人';
  return tokenSentence(error.errcode) ?? `微信没有同意（${error.errcode}）。请把这个号码告诉维护系统的人`;
}
