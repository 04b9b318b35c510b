import Taro from '@tarojs/taro';
import { refreshDemo } from './demo';
import { refreshCaller } from './login';
import { watchNetwork } from './network';
import { watchOutbox } from './outbox';
import { visitTown } from './session';

/** Once, when the app starts. */
export function launch(): void {
  watchNetwork();
  watchOutbox();
}

/** Every time that the app comes to the front: which town a card or code names, what time it is, who this is. */
export function show(query: Readonly<Record<string, string | undefined>>): void {
  const town = query.town ?? townIn(query.scene);
  if (town) visitTown(town);
  void refreshDemo();
  void refreshCaller();
}

export function launchQuery(): Readonly<Record<string, string | undefined>> {
  return (Taro.getLaunchOptionsSync().query ?? {}) as Readonly<Record<string, string | undefined>>;
}

/** A printed code carries at most 32 characters, encoded: `t=longfeng`. */
function townIn(scene: string | undefined): string | undefined {
  return scene && /(?:^|&)t=([a-z0-9-]{2,32})/.exec(decodeURIComponent(scene))?.[1];
}
