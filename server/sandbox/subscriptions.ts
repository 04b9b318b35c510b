export type SubscriptionAnswer = 'accept' | 'reject' | 'ban';

interface Subscription {
  credits: number;
  banned: boolean;
  /** The answer kept with "always keep"; a stored reject answers by itself. WECHAT.md §2 */
  kept: 'accept' | 'reject' | null;
}

/** Credits per openid and template: one for each accept, one gone for each message. WECHAT.md §2 */
export class Subscriptions {
  readonly #byUser = new Map<string, Map<string, Subscription>>();

  /**
   * What the phone answers to one template of `wx.requestSubscribeMessage`.
   * A kept accept still adds exactly one credit for each call, a kept reject rejects silently (§2).
   */
  answer(openid: string, templateId: string, wanted: SubscriptionAnswer, alwaysKeep: boolean): SubscriptionAnswer {
    const subscription = this.#of(openid, templateId);
    const answer = subscription.kept === 'reject' && wanted !== 'ban' ? 'reject' : wanted;
    subscription.banned = answer === 'ban';
    if (answer === 'accept') subscription.credits += 1;
    if (alwaysKeep && answer !== 'ban') subscription.kept = answer;
    return answer;
  }

  /** The phone's settings page: what is kept for a template is changed or forgotten. */
  keep(openid: string, templateId: string, kept: 'accept' | 'reject' | null): void {
    this.#of(openid, templateId).kept = kept;
  }

  isKept(openid: string, templateId: string): boolean {
    return this.#of(openid, templateId).kept !== null;
  }

  addCredits(openid: string, templateId: string, credits: number): void {
    this.#of(openid, templateId).credits += credits;
  }

  /** 43107 banned, 43101 refused or without credit, undefined when a message may go out. WECHAT.md §2 */
  obstacle(openid: string, templateId: string): 43101 | 43107 | undefined {
    const subscription = this.#of(openid, templateId);
    if (subscription.banned) return 43107;
    return subscription.kept === 'reject' || subscription.credits < 1 ? 43101 : undefined;
  }

  spend(openid: string, templateId: string): void {
    this.#of(openid, templateId).credits -= 1;
  }

  credits(openid: string, templateId: string): number {
    return this.#byUser.get(openid)?.get(templateId)?.credits ?? 0;
  }

  #of(openid: string, templateId: string): Subscription {
    const ofUser = this.#byUser.get(openid) ?? new Map<string, Subscription>();
    this.#byUser.set(openid, ofUser);
    const subscription = ofUser.get(templateId) ?? { credits: 0, banned: false, kept: null };
    ofUser.set(templateId, subscription);
    return subscription;
  }
}
