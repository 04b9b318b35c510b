import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

/** A named AES-256 key. The name is kept with every value, so old keys can go on reading while a new one writes. */
export interface DataKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** Where a sealed value belongs. It opens nowhere else: not in another town's row, not in another column. */
export interface Place {
  readonly townId: string;
  /** `table.column`. */
  readonly column: string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts personal data for its column (AES-256-GCM) and makes the index under which a phone is found again. */
export class Vault {
  /** As key objects, made once: from bytes each call would make one anew, which costs more than the cipher. */
  private readonly keys: ReadonlyMap<string, KeyObject>;
  private readonly newest: { readonly id: string; readonly key: KeyObject };
  private readonly phoneIndexKey: KeyObject;

  /** The first key encrypts, all decrypt. */
  constructor(keys: readonly DataKey[], phoneIndexKey: Buffer) {
    const [newest] = keys;
    if (!newest) throw new Error('The vault has no key');
    this.keys = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]));
    this.newest = { id: newest.id, key: this.keyNamed(newest.id) };
    this.phoneIndexKey = createSecretKey(phoneIndexKey);
  }

  /** Answers `<key id>.<base64url of nonce, cipher text and tag>`. */
  seal(plain: string, place: Place): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.newest.key, nonce).setAAD(boundTo(place));
    const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${this.newest.id}.${sealed.toString('base64url')}`;
  }

  /** @throws Error when the key is gone, the place is another one, or the value was touched. */
  open(sealed: string, place: Place): string {
    const dot = sealed.indexOf('.');
    const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.keyNamed(sealed.slice(0, dot)), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(boundTo(place))
      .setAuthTag(bytes.subarray(-tagBytes));
    return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  }

  /** True for what an older key sealed: seal it again when the row is written next. */
  isStale(sealed: string): boolean {
    return !sealed.startsWith(`${this.newest.id}.`);
  }

  /**
   * Keyed hash of a phone of 11 digits, 43 characters: equal phones have equal indexes, in every town, because at
   * login a person is looked for before the town is known. Without the key it cannot be tried out.
   */
  phoneIndex(phone: string): string {
    return this.index('phone', phone);
  }

  /** The same for WeChat's openid. */
  openIdIndex(openId: string): string {
    return this.index('openid', openId);
  }

  /** The same for short codes that a person types; `kind` keeps one kind of code from standing for another. */
  codeIndex(kind: string, code: string): string {
    return this.index(`code-${kind}`, code);
  }

  private index(kind: string, value: string): string {
    return createHmac('sha256', this.phoneIndexKey).update(`${kind}:${value}`).digest('base64url');
  }

  private keyNamed(id: string): KeyObject {
    const found = this.keys.get(id);
    if (!found) throw new Error(`No data key is called ${id}`);
    return found;
  }
}

function boundTo({ townId, column }: Place): Buffer {
  return Buffer.from(`${townId}/${column}`);
}
