import Taro from '@tarojs/taro';
import { keepFile } from './files';

export interface Recorded {
  /** Where keepFile put it; for playing it back and for the outbox. */
  readonly place: string;
  readonly seconds: number;
}
export interface Recording {
  /** Ends it. Also fulfilled by itself after the longest time. */
  readonly done: Promise<Recorded>;
  readonly stop: () => void;
}

/** Starts on a tap, ends on another. @throws Error when the person refuses the microphone or there is none */
export function record(longestSeconds: number): Promise<Recording> {
  return process.env.TARO_ENV === 'weapp' ? recordInWechat(longestSeconds) : recordInBrowser(longestSeconds);
}

function recordInWechat(longestSeconds: number): Promise<Recording> {
  const recorder = Taro.getRecorderManager();
  return new Promise((resolve, reject) => {
    const done = new Promise<Recorded>((finished, failed) => {
      recorder.onStop(({ tempFilePath, duration }) => keepFile(tempFilePath).then((place) => finished({ place, seconds: wholeSeconds(duration, longestSeconds) }), failed));
      recorder.onError((error) => {
        failed(error);
        reject(error);
      });
    });
    done.catch(() => undefined);
    recorder.onStart(() => resolve({ done, stop: () => recorder.stop() }));
    recorder.start({ duration: longestSeconds * 1000, format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 });
  });
}

async function recordInBrowser(longestSeconds: number): Promise<Recording> {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(microphone);
  const parts: Blob[] = [];
  const began = Date.now();
  const done = new Promise<Recorded>((finished, failed) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      for (const track of microphone.getTracks()) track.stop();
      const seconds = wholeSeconds(Date.now() - began, longestSeconds);
      keepFile(new Blob(parts, { type: recorder.mimeType })).then((place) => finished({ place, seconds }), failed);
    };
  });
  const stop = () => recorder.state !== 'inactive' && recorder.stop();
  setTimeout(stop, longestSeconds * 1000);
  recorder.start();
  return { done, stop };
}

function wholeSeconds(ms: number, longest: number): number {
  return Math.min(longest, Math.max(1, Math.round(ms / 1000)));
}
