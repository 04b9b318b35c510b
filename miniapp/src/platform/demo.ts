import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { create } from 'zustand';
import { setBusinessNow } from './clock';
import { call } from './request';
import { useSession, visitTown } from './session';
import { handset } from './storage';

export type Demo = Answer<'getDemo'>;

/** What the server says about the demo; `demo: false` in real use, null before the first answer ever. */
export const useDemo = create<{ about: Demo | null }>(() => ({ about: handset.get<Demo>('demo') }));

/** Asks what time it is and whether this is a demo. Silent when there is no network: the last answer stays. */
export async function refreshDemo(): Promise<void> {
  const about = await call('getDemo').catch(() => null);
  if (!about) return;
  setBusinessNow(about.now);
  handset.put('demo', about);
  useDemo.setState({ about });
  if (about.town && !useSession.getState().guestTown) visitTown(about.town.code);
}

/** Under which path the demo's WeChat stands on this server, or null where there is none. */
export function sandboxPath(): string | null {
  const url = useDemo.getState().about?.sandboxUrl ?? null;
  return process.env.TARO_ENV === 'h5' && url ? url.replace(/^https?:\/\/[^/]+/, '').replace(/\/$/, '') : null;
}
