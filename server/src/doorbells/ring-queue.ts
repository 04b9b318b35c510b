/** What can be rung for one WeChat at a time, and not after an instant of real time. */
export interface Queued {
  readonly openid: string;
  readonly stopAt: number;
}

export interface Supply<Ring extends Queued> {
  /** Claims some more from where it is this one's turn; null when nothing is left anywhere. */
  more(): Promise<readonly Ring[] | null>;
  /** Nothing may be begun any more. */
  isOver(): boolean;
  now(): number;
}

/**
 * Hands rings to lanes: the next are claimed while the last are on their way, and no WeChat is rung twice at once (43108).
 * Holds at most two claims at a time, however many are waiting.
 */
export class RingQueue<Ring extends Queued> {
  /** In the order of their claims, so the first is the first to be late. */
  private readonly ready: Ring[] = [];
  private readonly late: Ring[] = [];
  private readonly busy = new Set<string>();
  private claiming: Promise<void> | null = null;
  private isExhausted = false;
  private failure: unknown = null;
  private changed = Promise.withResolvers<void>();

  constructor(
    private readonly supply: Supply<Ring>,
    /** Fewer ready than these, and the next are claimed: as many as the lanes need while a claim takes. */
    private readonly low: number,
  ) {}

  /** Null when there is nothing to do any more. @throws what a claim threw */
  async next(): Promise<Ring | null> {
    for (;;) {
      if (this.failure) throw this.failure;
      if (this.supply.isOver()) return null;
      this.refill();
      const ring = this.takeFree();
      if (ring) return ring;
      if (!this.claiming && this.ready.length === 0) return null;
      await (this.claiming ? Promise.race([this.claiming, this.changed.promise]) : this.changed.promise);
    }
  }

  done({ openid }: Ring): void {
    this.busy.delete(openid);
    this.changed.resolve();
    this.changed = Promise.withResolvers();
  }

  /** What was claimed and not begun, a claim under way included: for whoever gives it back. */
  async left(): Promise<readonly Ring[]> {
    await this.claiming;
    return [...this.late, ...this.ready];
  }

  private takeFree(): Ring | null {
    const now = this.supply.now();
    while (this.ready[0] && this.ready[0].stopAt <= now) this.late.push(...this.ready.splice(0, 1));
    const at = this.ready.findIndex(({ openid }) => !this.busy.has(openid));
    const [ring] = at < 0 ? [] : this.ready.splice(at, 1);
    if (ring) this.busy.add(ring.openid);
    return ring ?? null;
  }

  private refill(): void {
    if (this.claiming || this.isExhausted || this.ready.length >= this.low) return;
    this.claiming = this.claim().finally(() => {
      this.claiming = null;
    });
  }

  private async claim(): Promise<void> {
    try {
      const rings = await this.supply.more();
      if (rings) this.ready.push(...rings);
      else this.isExhausted = true;
    } catch (error) {
      this.failure = error;
    }
  }
}
