export interface Dictation {
  /** Fulfilled once it has ended, by itself or by `stop`. @throws Error when nothing could be heard */
  readonly done: Promise<void>;
  readonly stop: () => void;
}
/** Gets all that was understood since the start, each time that it became more. */
type Hear = (words: string) => void;

/** Whether this phone writes what somebody says: a browser by itself, WeChat by a plugin that the town has added to its mini-program. */
export function canDictate(): boolean {
  known ??= process.env.TARO_ENV === 'weapp' ? plugin() !== null : recognition() !== null;
  return known;
}
let known: boolean | null = null;

/** Starts on a tap, ends on another or in a pause. Nothing of the sound is kept. @throws Error when the person refuses the microphone */
export function dictate(hear: Hear): Dictation {
  return process.env.TARO_ENV === 'weapp' ? dictateInWechat(hear) : dictateInBrowser(hear);
}

interface Recognizer {
  start: (options: { duration: number; lang: string }) => void;
  stop: () => void;
  onRecognize: (event: { result: string }) => void;
  onStop: (event: { result: string }) => void;
  onError: (event: { retcode: number; msg: string }) => void;
}

/** WeChat's own 同声传译; throws where the mini-program was built without it. */
function plugin(): { getRecordRecognitionManager: () => Recognizer } | null {
  try {
    return requirePlugin('WechatSI') as { getRecordRecognitionManager: () => Recognizer };
  } catch {
    return null;
  }
}

function dictateInWechat(hear: Hear): Dictation {
  const recognizer = plugin()?.getRecordRecognitionManager();
  if (!recognizer) throw new Error('this mini-program has no plugin that understands speech');
  const done = new Promise<void>((resolve, reject) => {
    recognizer.onRecognize = ({ result }) => hear(result);
    recognizer.onStop = ({ result }) => {
      hear(result);
      resolve();
    };
    recognizer.onError = ({ msg }) => reject(new Error(msg));
  });
  recognizer.start({ duration: 60_000, lang: 'zh_CN' });
  return { done, stop: () => recognizer.stop() };
}

interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: (event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void;
  onend: () => void;
  onerror: (event: { error: string }) => void;
  start: () => void;
  stop: () => void;
}

function recognition(): (new () => Recognition) | null {
  const { SpeechRecognition, webkitSpeechRecognition } = window as { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };
  return SpeechRecognition ?? webkitSpeechRecognition ?? null;
}

function dictateInBrowser(hear: Hear): Dictation {
  const Kind = recognition();
  if (!Kind) throw new Error('this browser does not understand speech');
  const listening = Object.assign(new Kind(), { lang: 'zh-CN', continuous: true, interimResults: true });
  const done = new Promise<void>((resolve, reject) => {
    listening.onresult = ({ results }) => hear(Array.from(results, (said) => said[0]?.transcript ?? '').join(''));
    listening.onend = resolve;
    listening.onerror = ({ error }) => reject(new Error(error));
  });
  listening.start();
  return { done, stop: () => listening.stop() };
}
