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
  // Whether a choice that is always kept is told too is not known; here only what was asked on the screen is. WECHAT.md §2, Events
  const shown = wanted.filter(([templateId]) => !state.subscriptions.isKept(openid, templateId)).map(([templateId]) => templateId);
  const answers = wanted.map(([templateId, answer]) => [
    templateId,
    state.subscriptions.answer(openid, templateId, answer, wish.alwaysKeep ?? false),
  ]);
  tellPopup(state, openid, answers.filter(([templateId = '']) => shown.includes(templateId)));
  return { ...Object.fromEntries(answers), errMsg: 'requestSubscribeMessage:ok' };
}

/** `subscribe_msg_popup_event` knows accepts and rejects. WECHAT.md §2, Events */
function tellPopup({ events, settings }: SandboxState, openid: string, answers: readonly string[][]): void {
  const list = answers.filter(([, answer]) => answer !== 'ban').map(([TemplateId = '', SubscribeStatusString = '']) => ({ TemplateId, SubscribeStatusString, PopupScene: '0' }));
  if (list.length > 0) events.tell(settings.appId, { openid, event: 'subscribe_msg_popup_event', wrapper: 'SubscribeMsgPopupEvent', list });
}

/** 10001 empty, 20003 too many, 20001 unknown template, 20004 main switch off. WECHAT.md §2 */
function failCode(state: SandboxState, mainSwitchOff: boolean, templateIds: readonly string[]): number | undefined {
  const { templates, limits } = state.settings;
  if (templateIds.length === 0) return 10001;
  if (templateIds.length > limits.templatesPerRequest) return 20003;
  if (!templateIds.every((wanted) => templates.some(({ id }) => id === wanted))) return 20001;
  return mainSwitchOff ? 20004 : undefined;
}
