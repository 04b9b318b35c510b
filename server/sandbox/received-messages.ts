/** WeChat sends ids above 2^53, which JSON.parse rounds. WECHAT.md §2 */
const firstMessageId = 3_248_682_510_344_192_008n;
/** Doubles of this size lie 512 apart: a multiple of 512 would survive JSON.parse unharmed and prove nothing. */
const roundingStep = 512n;
const keptPerUser = 200;

/** A subscribe message that reached a phone. */
export interface ReceivedMessage {
  /** Decimal digits; not a number, for the reason above. */
  msgid: string;
  templateId: string;
  title: string;
  fields: { name: string; label: string; value: string }[];
  page: string | null;
  miniprogramState: string;
  lang: string;
  /** Epoch ms. */
  receivedAt: number;
}

/** What lies on each phone: the newest 200 of each user. */
export class ReceivedMessages {
  readonly #byUser = new Map<string, ReceivedMessage[]>();
  #nextId = firstMessageId;

  /** Stores a message and answers its id. */
  add(openid: string, message: Omit<ReceivedMessage, 'msgid'>): string {
    const msgid = this.#takeId().toString();
    const earlier = this.#byUser.get(openid) ?? [];
    this.#byUser.set(openid, [{ msgid, ...message }, ...earlier].slice(0, keptPerUser));
    return msgid;
  }

  /** Newest first. */
  of(openid: string): readonly ReceivedMessage[] {
    return this.#byUser.get(openid) ?? [];
  }

  #takeId(): bigint {
    const id = this.#nextId;
    this.#nextId += 1_009n;
    if (this.#nextId % roundingStep === 0n) this.#nextId += 1n;
    return id;
  }
}
