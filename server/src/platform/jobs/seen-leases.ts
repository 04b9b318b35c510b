/**
 * Which leases are lost. A replica calls a lease lost when it has itself watched it for longer than a lease may last:
 * no two clocks are ever compared, so replicas whose clocks disagree do not take each other's work. Whoever holds a
 * lease stops in time by its own clock (`stopBefore`), or goes on changing its token while it is at work.
 */
export class SeenLeases {
  private readonly firstSeen = new Map<string, number>();

  /** Times in ms. `slackMs`: how long the last thing done under a lease may take. */
  constructor(
    private readonly leaseMs: number,
    private readonly slackMs: number,
    private readonly now: () => number,
  ) {}

  /** The lost ones among all that are out now. */
  lostAmong(tokens: readonly string[]): string[] {
    for (const token of this.firstSeen.keys()) if (!tokens.includes(token)) this.firstSeen.delete(token);
    for (const token of tokens) if (!this.firstSeen.has(token)) this.firstSeen.set(token, this.now());
    return tokens.filter((token) => this.now() - (this.firstSeen.get(token) ?? this.now()) > this.leaseMs);
  }

  /** The instant from which nothing may be begun any more under a lease that is taken now or later. */
  stopBefore(): number {
    return this.now() + this.leaseMs - this.slackMs;
  }
}
