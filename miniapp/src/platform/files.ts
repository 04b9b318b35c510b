import Taro from '@tarojs/taro';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { CallFailure, refusal } from './failure';
import { authorization, noticed, reached, urlOf } from './request';
import { useSession } from './session';

export type Purpose = 'takeaway' | 'reflection' | 'lesson' | 'session';
type StoredFile = Answer<'createFile'>;

const timeoutMs = 60_000;
const inBrowser = process.env.TARO_ENV === 'h5';

/**
 * Keeps a recording or picture on this phone, so that it survives the app being killed.
 * @returns its place: a saved path in WeChat, a data URL in a browser
 */
export async function keepFile(file: string | Blob): Promise<string> {
  if (typeof file !== 'string') return dataUrlOf(file);
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({ tempFilePath: file, success: (saved) => resolve((saved as { savedFilePath: string }).savedFilePath), fail: reject });
  });
}

/** Gives back the room of a kept file. */
export function dropFile(place: string): void {
  if (!inBrowser) Taro.getFileSystemManager().removeSavedFile({ filePath: place });
}

/** Whether a kept file is still there: the phone may have cleared it. */
export function isKeptFile(place: string): boolean {
  if (inBrowser) return place.startsWith('data:');
  try {
    Taro.getFileSystemManager().accessSync(place);
    return true;
  } catch {
    return false;
  }
}

/** Lets the person choose pictures; their kept places. Empty when they choose none. */
export async function pickPictures(most: number): Promise<string[]> {
  const chosen = await Taro.chooseImage({ count: most, sizeType: ['compressed'] }).catch(() => null);
  return Promise.all((chosen?.tempFiles ?? []).map(({ path, originalFileObj }) => keepFile(inBrowser && originalFileObj ? originalFileObj : path)));
}

/** @throws CallFailure `refused` too where the phone has cleared the file away: waiting for a network would not bring it back */
export function uploadFile(place: string, purpose: Purpose): Promise<StoredFile> {
  return upload<StoredFile>(place, urlOf('createFile', {}, { purpose }));
}

/** By a way of its own: nothing is kept of who sent it. @returns its id. @throws CallFailure as uploadFile */
export async function uploadComplaintPhoto(place: string): Promise<string> {
  return (await upload<Answer<'createComplaintPhoto'>>(place, urlOf('createComplaintPhoto'))).id;
}

async function upload<Stored>(place: string, url: string): Promise<Stored> {
  if (!isKeptFile(place)) throw new CallFailure('refused', 0, { code: 'FILE_MISSING', message: '存在手机里的录音或照片找不到了，请重新添上' });
  const { token } = useSession.getState();
  const { status, text } = await reached(inBrowser ? postForm(url, place) : postPath(url, place));
  if (status === 201) return JSON.parse(text) as Stored;
  throw noticed(refusal(status, text), token);
}

/** The address of a file that a guest may see (of a lesson); can be streamed, since players and pictures send no login. */
export function publicFileUrl(id: string): string {
  const { caller, guestTown } = useSession.getState();
  return urlOf('getFile', { id }, { town: caller?.town?.code ?? guestTown ?? undefined });
}

/** The size of a public file, so that nobody spends data without knowing; null when it cannot be said. */
export async function publicFileBytes(id: string): Promise<number | null> {
  const answer = await Taro.request<unknown>({ method: 'HEAD', url: publicFileUrl(id), timeout: timeoutMs }).catch(() => null);
  const entry = Object.entries((answer?.header ?? {}) as Record<string, string>).find(([name]) => name.toLowerCase() === 'content-length');
  return answer?.statusCode === 200 && entry ? Number(entry[1]) || null : null;
}

/** Opens a document with whatever the phone has for it. @throws CallFailure */
export async function openFile(id: string, name: string): Promise<void> {
  const place = await fetchFile(id);
  if (inBrowser) {
    const link = Object.assign(document.createElement('a'), { href: place, download: name });
    link.click();
    return;
  }
  await Taro.openDocument({ filePath: place, showMenu: true });
}

const fetched = new Map<string, string>();

/** Brings any file that this person may see onto the phone. @returns a path or address to play or show. @throws CallFailure */
export function fetchFile(id: string): Promise<string> {
  return fetchFrom(publicFileUrl(id));
}

/** The photo of one's own complaint. @throws CallFailure */
export function fetchComplaintPhoto(id: string): Promise<string> {
  return fetchFrom(urlOf('getComplaintPhoto', { id }));
}

async function fetchFrom(url: string): Promise<string> {
  const known = fetched.get(url);
  if (known) return known;
  const place = await (inBrowser ? fetchBlob(url) : download(url));
  fetched.set(url, place);
  return place;
}

async function postPath(url: string, filePath: string): Promise<{ status: number; text: string }> {
  const { statusCode, data } = await Taro.uploadFile({ url, filePath, name: 'file', header: authorization(), timeout: timeoutMs });
  return { status: statusCode, text: data };
}

async function postForm(url: string, dataUrl: string): Promise<{ status: number; text: string }> {
  const form = new FormData();
  const blob = blobOf(dataUrl);
  form.append('file', blob, `file.${blob.type.split('/')[1]?.split(';')[0] ?? 'bin'}`);
  const answer = await fetch(url, { method: 'POST', body: form, headers: authorization() });
  return { status: answer.status, text: await answer.text() };
}

async function download(url: string): Promise<string> {
  const { statusCode, tempFilePath } = await reached(Taro.downloadFile({ url, header: authorization(), timeout: timeoutMs }));
  if (statusCode !== 200) throw refusal(statusCode, null);
  return tempFilePath;
}

async function fetchBlob(url: string): Promise<string> {
  const answer = await reached(fetch(url, { headers: authorization() }));
  if (!answer.ok) throw refusal(answer.status, await answer.text());
  return URL.createObjectURL(await answer.blob());
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function blobOf(dataUrl: string): Blob {
  const [head = '', base64 = ''] = dataUrl.split(',');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: head.slice('data:'.length).split(';')[0] });
}
