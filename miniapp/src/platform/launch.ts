import Taro from '@tarojs/taro';
import { readWeekScene } from '@weidangxiao/shared/rules/week-code.ts';
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
  const town = query.town ?? readWeekScene(query.scene ?? '').town;
  if (town) visitTown(town);
  void refreshDemo();
  void refreshCaller();
}

export function launchQuery(): Readonly<Record<string, string | undefined>> {
  return (Taro.getLaunchOptionsSync().query ?? {}) as Readonly<Record<string, string | undefined>>;
}
