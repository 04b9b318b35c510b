/** Doorbells on their way at once. */
export const lanes = 50;
export const template = 'bench-template';

/** By day: nobody's phone rings at night. */
export const morning = Date.parse('2026-11-23T09:00:00+08:00');

/** A host's settings for a WeChat that is `sink-program.ts`. */
export function wechatAt(url: string): Readonly<Record<string, string>> {
  const own = { WECHAT: 'on', WECHAT_APP_ID: 'wx0000000000000001', WECHAT_APP_SECRET: 'secret', WECHAT_THEME_TEMPLATE_ID: template };
  return { ...own, WECHAT_API_BASE: url, SANDBOX_URL: url, DOORBELL_LANES: String(lanes) };
}
