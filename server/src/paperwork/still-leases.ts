/**
 * Which leases are lost: whose holder was seen to stand still for longer than a lease may last. This replica watches by its
 * own clock alone, so two whose clocks disagree do not take each other's work.
 */
export class StillLeases {
  private readonly seen = new Map<string, { state: string; since: number }>();

  constructor(
    private readonly leaseMs: number,
    private readonly now: () => number,
  ) {}

  /** `state`: anything that changes while the holder is at work. */
  isLost(id: string, state: string): boolean {
    const known = this.seen.get(id);
    if (known?.state === state) return this.now() - known.since > this.leaseMs;
    this.seen.set(id, { state, since: this.now() });
    return false;
  }
}
