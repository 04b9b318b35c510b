import { fieldValue } from './field-values.ts';

/** A message to one WeChat user: the doorbell. */
export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Path and query inside the mini-program, without a leading slash. */
  readonly page: string;
  /** Values by the template's own field names (`thing1`). */
  readonly fields: Readonly<Record<string, string>>;
  /** What the template's `enum` fields may say, by field name; unchecked where it is not given. */
  readonly enums?: Readonly<Record<string, readonly string[]>>;
}

export type SendOutcome =
  | { readonly state: 'sent'; readonly msgid: string | null }
  /** WeChat said no. */
  | { readonly state: 'refused'; readonly errcode: number }
  /** Nobody asked WeChat: this field does not take its value, and WeChat would have said so. */
  | { readonly state: 'invalid'; readonly field: string; readonly errcode: 47003 }
  /** Nobody can know whether it went out. */
  | { readonly state: 'unreachable' };

/** What is the same for everybody who gets it, as WeChat takes it. */
export interface ReadyMessage extends Pick<SubscribeMessage, 'templateId' | 'page'> {
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

export type CheckedFields = { readonly fields: Readonly<Record<string, string>>; readonly invalid: null } | { readonly invalid: string };

/** The fields as WeChat takes them, or the first one that it will not take: to be asked before a credit is taken. */
export function checkedFields({ fields, enums = {} }: Pick<SubscribeMessage, 'fields' | 'enums'>): CheckedFields {
  const fitted = Object.entries(fields).map(([field, value]): [string, string | null] => [field, fieldValue(field, value, enums[field])]);
  const wrong = fitted.find(([, value]) => value === null);
  if (wrong) return { invalid: wrong[0] };
  return { fields: Object.fromEntries(fitted.map(([field, value]) => [field, value ?? ''])), invalid: null };
}

/** Ready for any number of people, or the first field that WeChat will not take. */
export function readied({ templateId, page, ...values }: Omit<SubscribeMessage, 'openid'>): ReadyMessage | { readonly invalid: string } {
  const checked = checkedFields(values);
  if (checked.invalid !== null) return checked;
  return { templateId, page, data: Object.fromEntries(Object.entries(checked.fields).map(([name, value]) => [name, { value }])) };
}
