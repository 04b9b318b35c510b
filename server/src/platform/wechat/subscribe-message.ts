/** A message to one WeChat user: the doorbell. */
export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Path and query inside the mini-program, without a leading slash. */
  readonly page: string;
  /** Values by the template's own field names (`thing1`). */
  readonly fields: Readonly<Record<string, string>>;
}

export type SendOutcome =
  | { readonly state: 'sent'; readonly msgid: string | null }
  /** WeChat said no. */
  | { readonly state: 'refused'; readonly errcode: number }
  /** Nobody can know whether it went out. */
  | { readonly state: 'unreachable' };

const limits: Readonly<Record<string, number>> = { thing: 20, phrase: 5, name: 10, character_string: 32, letter: 32, symbol: 5 };

/** Control characters and spaces of any kind, zero-width ones, and marks that turn the direction. What joins an emoji stays. */
const invisible = /[\p{Cc}\s\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/gu;

/** A value as its field takes it: no control characters, cut by code points, never in the middle of an emoji's pair. */
export function fitted(field: string, value: string): string {
  const most = limits[field.replace(/\d+$/, '')];
  const points = [...value.replace(invisible, ' ').trim()];
  if (most === undefined || points.length <= most) return points.join('');
  return `${points.slice(0, most - 1).join('')}…`;
}
