import Taro from '@tarojs/taro';
import { create } from 'zustand';

interface Player {
  /** What is in the player: an id that the page chose. */
  readonly track: string | null;
  readonly state: 'idle' | 'loading' | 'playing' | 'paused' | 'failed';
  readonly second: number;
  readonly duration: number;
  readonly pace: number;
}
const silent: Omit<Player, 'pace'> = { track: null, state: 'idle', second: 0, duration: 0 };

/** One sound at a time, in the whole app. */
export const usePlayer = create<Player>(() => ({ ...silent, pace: 1 }));

let context: Taro.InnerAudioContext | null = null;

/**
 * Plays, or goes on playing, a track. `find` gives its address or path and is asked only when the track is new.
 * A failure becomes the state `failed`; the text can always be read.
 */
export async function play(track: string, find: () => string | Promise<string>, from = 0): Promise<void> {
  const player = usePlayer.getState();
  if (player.track === track && player.state === 'paused') {
    context?.play();
    return;
  }
  stop();
  usePlayer.setState({ ...silent, track, state: 'loading' });
  try {
    const source = await find();
    if (usePlayer.getState().track === track) start(track, source, from);
  } catch {
    if (usePlayer.getState().track === track) usePlayer.setState({ state: 'failed' });
  }
}

export function pause(): void {
  context?.pause();
}

/** Jumps within the current track, in seconds. */
export function seek(second: number): void {
  context?.seek(Math.max(0, second));
}

/** Slower for whoever cannot follow: 1 is the speaker's own speed. Stays for the tracks that follow. */
export function setPace(pace: number): void {
  usePlayer.setState({ pace });
  if (context) context.playbackRate = pace;
}

export function stop(): void {
  const old = context;
  context = null;
  old?.destroy();
  usePlayer.setState(silent);
}

function start(track: string, source: string, from: number): void {
  const audio = Taro.createInnerAudioContext();
  context = audio;
  const current = (change: Partial<Player>) => context === audio && usePlayer.setState(change);
  audio.onPlay(() => current({ track, state: 'playing' }));
  audio.onPause(() => current({ state: 'paused' }));
  audio.onTimeUpdate(() => current({ second: audio.currentTime, duration: audio.duration || 0 }));
  audio.onError(() => current({ state: 'failed' }));
  audio.onEnded(() => context === audio && stop());
  audio.src = source;
  audio.startTime = from;
  audio.playbackRate = usePlayer.getState().pace;
  audio.play();
}
