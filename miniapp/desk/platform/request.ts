import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import { type RouteName, routeNamed } from '@weidangxiao/shared/routes/all.ts';
import { failureFrom, offline } from './failure.ts';
import { token } from './token.ts';

type Values = Readonly<Record<string, unknown>>;
interface Sent {
  params?: Values;
  query?: Values;
  body?: unknown;
}

/** Told when the server no longer knows this login; the words say why. */
let onLoginEnded: (words: string) => void = () => undefined;
export function whenLoginEnds(tell: (words: string) => void): void {
  onLoginEnded = tell;
}

/** One request to the server. @throws Failure with a sentence for the person */
export async function call<Name extends RouteName>(name: Name, sent: Request<Name>): Promise<Answer<Name>> {
  const answer = await send(name, sent as Sent);
  return (answer.status === 204 ? undefined : await answer.json()) as Answer<Name>;
}

/** The bytes of a download. @throws Failure */
export async function fetchBytes<Name extends RouteName>(name: Name, sent: Request<Name>): Promise<Blob> {
  return (await send(name, sent as Sent)).blob();
}

async function send(name: RouteName, { params, query, body }: Sent): Promise<Response> {
  const { method } = routeNamed(name);
  const headers = { ...authorization(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const init = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  const answer = await fetch(addressOf(name, params, query), init).catch(() => {
    throw offline();
  });
  if (answer.ok) return answer;
  throw refused(answer.status, await answer.json().catch(() => null));
}

/** Sends the file as the one multipart field `file`; `onProgress` gets 0 to 1. @throws Failure */
export function upload<Name extends RouteName>(name: Name, file: File, onProgress: (part: number) => void, query?: Values): Promise<Answer<Name>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(routeNamed(name).method, addressOf(name, undefined, query));
    for (const [header, value] of Object.entries(authorization())) request.setRequestHeader(header, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => reject(offline());
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as Answer<Name>);
      else reject(refused(request.status, answer));
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function addressOf(name: RouteName, params: Values = {}, query: Values = {}): string {
  const path = routeNamed(name).path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(asked.map(([key, value]) => [key, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

function authorization(): Record<string, string> {
  const held = token.read();
  return held ? { authorization: `Bearer ${held}` } : {};
}

function refused(status: number, answer: unknown): Error {
  const failure = failureFrom(answer);
  if (status === 401 && token.read()) onLoginEnded(failure.message);
  return failure;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
