import { type PhoneMemory, smallPng, spokenMp3 } from './phone-memory';
import { type Options, settle } from './wechat-call';

type Listener = (result?: unknown) => void;

/**
 * Microphone, loudspeaker, pictures and files of a phone. What WeChat counts as private waits for the person's consent: the
 * app registers no listener of its own, so WeChat asks in its own words, once.
 */
export class Media {
  /** What has been played, by its address or place. */
  readonly played: string[] = [];
  /** Interfaces for which WeChat has asked for consent to the privacy notice. */
  readonly asked: string[] = [];
  /** The person's answers: to WeChat's privacy question, and to the microphone's. */
  agreesToPrivacy = true;
  allowsMicrophone = true;
  /** What the camera sees when a code is asked for; null: the person leaves. */
  code: string | null = null;
  /** How long the person speaks, ms. */
  speaksFor = 4_200;

  constructor(private readonly memory: PhoneMemory) {}

  api(): Record<string, unknown> {
    const recorder = this.recorder();
    return {
      getRecorderManager: () => recorder,
      createInnerAudioContext: () => this.player(),
      getFileSystemManager: () => this.fileSystem(),
      chooseImage: (options: Options) => settle(options, this.consented('chooseImage').then(() => this.picked())),
      scanCode: (options: Options) => settle(options, this.code === null ? Promise.reject(new Error('scanCode:fail cancel')) : Promise.resolve({ result: this.code, scanType: 'QR_CODE' })),
      previewImage: (options: Options) => settle(options, Promise.resolve({})),
      openDocument: (options: Options) => settle(options, Promise.resolve({})),
    };
  }

  /** @throws Error as an interface fails whose privacy notice was not agreed to */
  async consented(api: string): Promise<void> {
    if (this.memory.privacyAgreed) return;
    this.asked.push(api);
    if (!this.agreesToPrivacy) throw new Error(`${api}:fail privacy permission is not authorized`);
    this.memory.privacyAgreed = true;
  }

  /** A button of WeChat's own that gives something private: agreed to with the button itself, or asked about. @throws Error */
  async givenBy(openType: string): Promise<void> {
    if (openType.split('|').includes('agreePrivacyAuthorization')) this.memory.privacyAgreed = true;
    await this.consented(`button.${openType.split('|')[0] ?? ''}`);
  }

  private picked(): unknown {
    const path = this.memory.addTemporary(smallPng, 'png');
    return { tempFilePaths: [path], tempFiles: [{ path, size: smallPng.length }] };
  }

  /** One for the whole app; each `on…` has one listener, the last. */
  private recorder(): Record<string, unknown> {
    const on: Record<string, Listener> = {};
    const start = async () => {
      await this.consented('RecorderManager.start');
      if (!this.allowsMicrophone) throw new Error('operateRecorder:fail auth deny');
    };
    return {
      onStart: (listener: Listener) => (on['start'] = listener),
      onStop: (listener: Listener) => (on['stop'] = listener),
      onError: (listener: Listener) => (on['error'] = listener),
      start: () => void start().then(() => on['start']?.(), (error: Error) => on['error']?.({ errMsg: error.message })),
      stop: () => setTimeout(() => on['stop']?.({ tempFilePath: this.memory.addTemporary(spokenMp3, 'mp3'), duration: this.speaksFor, fileSize: spokenMp3.length }), 0),
    };
  }

  private player(): Record<string, unknown> {
    const on: Record<string, Listener> = {};
    const listening = ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'TimeUpdate', 'Waiting', 'Canplay'].map((name) => [`on${name}`, (listener: Listener) => (on[name] = listener)]);
    const audio: Record<string, unknown> = {
      ...Object.fromEntries(listening),
      src: '',
      currentTime: 0,
      duration: this.speaksFor / 1000,
      play: () => setTimeout(() => this.sound(String(audio['src']), on), 0),
      pause: () => setTimeout(() => on['Pause']?.(), 0),
      stop: () => setTimeout(() => on['Stop']?.(), 0),
      seek: (second: number) => (audio['currentTime'] = second),
      destroy: () => Object.keys(on).forEach((name) => delete on[name]),
    };
    return audio;
  }

  private sound(source: string, on: Record<string, Listener>): void {
    const there = this.memory.files.has(source) || /^https?:/.test(source);
    if (!there) return on['Error']?.({ errCode: 10002, errMsg: 'file not found' });
    this.played.push(source);
    on['Play']?.();
    on['TimeUpdate']?.();
  }

  private fileSystem(): Record<string, unknown> {
    const { memory } = this;
    const found = (api: string, place: string) => {
      if (!memory.files.has(place)) throw new Error(`${api}:fail no such file or directory ${place}`);
    };
    const answered = (options: Options, work: () => unknown) => void settle({ fail: () => undefined, ...options }, Promise.resolve().then(work));
    return {
      saveFile: (options: Options) => answered(options, () => ({ savedFilePath: memory.save(String(options['tempFilePath'])) })),
      removeSavedFile: (options: Options) =>
        answered(options, () => {
          found('removeSavedFile', String(options['filePath']));
          memory.files.delete(String(options['filePath']));
        }),
      accessSync: (place: string) => found('accessSync', place),
    };
  }
}
