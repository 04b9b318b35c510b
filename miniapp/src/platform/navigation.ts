import Taro from '@tarojs/taro';

export const tabs = ['week', 'study', 'group', 'me'] as const;
export type Tab = (typeof tabs)[number];

export function showTab(tab: Tab): void {
  void Taro.switchTab({ url: `/pages/${tab}/index` });
}

/** Opens a page over this one, by its path below src: `packages/read/lesson/index`. */
export function open(page: string, query: Readonly<Record<string, string>> = {}): void {
  void Taro.navigateTo({ url: addressOf(page, query) });
}

/** Takes the place of this page, so that going back does not lead here again. */
export function replace(page: string, query: Readonly<Record<string, string>> = {}): void {
  void Taro.redirectTo({ url: addressOf(page, query) });
}

/** Back to where the person came from; from a page that was opened directly, to this week. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else showTab('week');
}

/** The full address of a page, for a code that somebody else's browser opens. In WeChat, where pages have none, the query alone. */
export function pageAddress(page: string, query: Readonly<Record<string, string>>): string {
  const address = addressOf(page, query);
  return process.env.TARO_ENV === 'h5' ? `${window.location.origin}${address}` : address;
}

export function telephone(number: string): void {
  void Taro.makePhoneCall({ phoneNumber: number });
}

/** A short word at the bottom that goes away by itself. */
export function say(sentence: string): void {
  void Taro.showToast({ title: sentence, icon: 'none', duration: 2500 });
}

/** A question with two answers; true for the first. */
export async function ask(question: { title: string; text: string; yes: string; no?: string }): Promise<boolean> {
  const { confirm } = await Taro.showModal({ title: question.title, content: question.text, confirmText: question.yes, cancelText: question.no ?? '不用了' });
  return confirm;
}

function addressOf(page: string, query: Readonly<Record<string, string>>): string {
  const search = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `/${page}${search.length > 0 ? `?${search.join('&')}` : ''}`;
}
