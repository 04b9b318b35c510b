import type { TownScope } from '../platform/access/scope.ts';

/** A town has one a week: this is a district's for years. */
const mostKept = 10_000;

/**
 * When the themes of Mondays were sent. A theme that was sent stays sent, at that instant, so what was read once
 * outside a transaction stays true on every replica; what was not sent yet is asked again.
 */
export class OpenMondays {
  private readonly sentAt = new Map<string, number>();

  constructor(private readonly read: (scope: TownScope, monday: string) => Promise<number | null>) {}

  /** Epoch ms, or null while it was not sent. Not inside a unit of work. */
  async sentAtOf(scope: TownScope, monday: string): Promise<number | null> {
    const key = `${scope.townId} ${monday}`;
    const known = this.sentAt.get(key);
    if (known !== undefined) return known;
    const sentAt = await this.read(scope, monday);
    if (sentAt !== null && this.sentAt.size < mostKept) this.sentAt.set(key, sentAt);
    return sentAt;
  }
}
