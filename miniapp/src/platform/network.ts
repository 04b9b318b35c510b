import Taro from '@tarojs/taro';
import { create } from 'zustand';

/** Whether the server can be reached, as far as the phone knows. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }));

const whenBack = new Set<() => void>();

/** Calls back every time that the network returns; the answer ends it. */
export function onNetworkBack(callback: () => void): () => void {
  whenBack.add(callback);
  return () => {
    whenBack.delete(callback);
  };
}

/** A request tells what it has seen: some networks report "connected" and carry nothing. */
export function reportNetwork(online: boolean): void {
  if (useNetwork.getState().online === online) return;
  useNetwork.setState({ online });
  if (online) whenBack.forEach((callback) => callback());
}

/** Call once, at launch. */
export function watchNetwork(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => reportNetwork(isConnected));
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', () => reportNetwork(true));
    window.addEventListener('offline', () => reportNetwork(false));
  }
  Taro.getNetworkType({ success: ({ networkType }) => reportNetwork(networkType !== 'none') });
}
