import type { SandboxState } from './state.ts';
import type { SubscriptionAnswer } from './subscriptions.ts';

/** What the user taps for each template of one request. */
export interface SubscriptionWish {
  answers: Record<string, SubscriptionAnswer>;
  /** "总是保持以上选择": no question next time. WECHAT.md §2 */
  alwaysKeep?: boolean;
}

/** As `wx.requestSubscribeMessage` reports: the answer by template id, or a fail code. WECHAT.md §2 */
export type SubscriptionResult = { errMsg: string; errCode?: number } & Record<string, string | number | undefined>;

/** @throws ControlRefusal 404 for an unknown user */
export function answerSubscriptions(state: SandboxState, openid: string, wish: SubscriptionWish): SubscriptionResult {
  const user = state.users.get(openid);
  const wanted = Object.entries(wish.answers);
  const errCode = failCode(state, user.refusesMessages, wanted.map(([templateId]) => templateId));
  if (errCode !== undefined) return { errMsg: 'requestSubscribeMessage:fail', errCode };
  state.users.visit(openid);
  const answers = wanted.map(([templateId, answer]) => [
    templateId,
    state.subscriptions.answer(openid, templateId, answer, wish.alwaysKeep ?? false),
  ]);
  return { ...Object.fromEntries(answers), errMsg: 'requestSubscribeMessage:ok' };
}

/** 10001 empty, 20003 too many, 20001 unknown template, 20004 main switch off. WECHAT.md §2 */
function failCode(state: SandboxState, mainSwitchOff: boolean, templateIds: readonly string[]): number | undefined {
  const { templates, limits } = state.settings;
  if (templateIds.length === 0) return 10001;
  if (templateIds.length > limits.templatesPerRequest) return 20003;
  if (!templateIds.every((wanted) => templates.some(({ id }) => id === wanted))) return 20001;
  return mainSwitchOff ? 20004 : undefined;
}
