import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { handset } from './storage';

export type Theme = 'system' | 'light' | 'dark';
/** The reader's text size: a factor for article text. */
export const readingSizes = [0.89, 1, 1.17, 1.39] as const;

interface Appearance {
  readonly elder: boolean;
  readonly theme: Theme;
  readonly reading: (typeof readingSizes)[number];
  /** The large version has been offered once; it is never offered again by itself. */
  readonly offered: boolean;
}

const initial: Appearance = { elder: false, theme: 'system', reading: 1, offered: false, ...handset.get<Partial<Appearance>>('appearance') };

export const useAppearance = create<Appearance>(() => initial);
useAppearance.subscribe((appearance) => {
  handset.put('appearance', appearance);
  dressBody(appearance);
});
dressBody(initial);

export function setAppearance(change: Partial<Appearance>): void {
  useAppearance.setState(change);
}

/** Classes for the root of a page; tokens.css gives them their meaning. */
export function appearanceClass({ elder, theme }: Pick<Appearance, 'elder' | 'theme'>): string {
  return ['app', elder ? 'elder' : '', theme === 'system' ? '' : theme].filter(Boolean).join(' ');
}

/** The person has set large type in WeChat (its standard is 16 or 17). */
export function wechatTypeIsLarge(): boolean {
  if (process.env.TARO_ENV !== 'weapp') return false;
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
  return (fontSizeSetting ?? 16) >= 19;
}

/** Behind the page, where a browser shows more than the page covers. */
function dressBody(appearance: Appearance): void {
  if (process.env.TARO_ENV === 'h5') document.body.className = appearanceClass(appearance);
}
