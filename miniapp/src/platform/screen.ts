import Taro from '@tarojs/taro';

/** What the custom head has to leave free, px. In a browser nothing. */
export interface HeadRoom {
  readonly statusBar: number;
  readonly height: number;
  /** From the capsule's left edge to the right edge of the screen. */
  readonly capsule: number;
}

let measured: HeadRoom | null = null;

export function headRoom(): HeadRoom {
  measured ??= process.env.TARO_ENV === 'weapp' ? measure() : { statusBar: 0, height: 52, capsule: 0 };
  return measured;
}

function measure(): HeadRoom {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  const gap = Math.max(4, capsule.top - statusBarHeight);
  return { statusBar: statusBarHeight, height: capsule.height + 2 * gap, capsule: windowWidth - capsule.left };
}

/** Shows a picture over the whole screen. */
export function enlargePicture(place: string): void {
  void Taro.previewImage({ urls: [place] });
}

/** px */
export function windowHeight(): number {
  return Taro.getWindowInfo().windowHeight;
}

/** px from the top of the page. */
export async function scrollPageTo(scrollTop: number): Promise<void> {
  await Taro.pageScrollTo({ scrollTop: Math.round(scrollTop), duration: 200 });
}

/** Asks about elements of the page that is open. */
export const newSelectorQuery = (): Taro.SelectorQuery => Taro.createSelectorQuery();
