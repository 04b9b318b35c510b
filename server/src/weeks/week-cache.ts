/** How old an answer may be where another replica changed something; changes made here are seen at once. */
const keptMs = 1000;
/** Guests may ask for any week, so the number of kept ones is bounded. */
const mostKept = 1000;

interface Entry<T> {
  readonly answer: Promise<T>;
  readonly until: number;
}

/**
 * Keeps a town's weeks for a moment: on Monday at 08:00 everybody asks for the same one. Whoever asks while it is being
 * read waits for that one reading.
 */
export class WeekCache<T> {
  private readonly entries = new Map<string, Entry<T>>();

  /** Milliseconds that only ever go forward; the demo's clock does not move them. */
  constructor(private readonly elapsed: () => number = () => performance.now()) {}

  get(townId: string, week: string, read: () => Promise<T>): Promise<T> {
    const key = `${townId} ${week}`;
    const known = this.entries.get(key);
    return known && this.elapsed() < known.until ? known.answer : this.keep(key, read());
  }

  /** An answer still being read is forgotten too: it may have been read before the change. */
  forget(townId: string): void {
    for (const key of this.entries.keys()) if (key.startsWith(`${townId} `)) this.entries.delete(key);
  }

  private keep(key: string, answer: Promise<T>): Promise<T> {
    const entry = { answer, until: this.elapsed() + keptMs };
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (this.entries.size > mostKept) this.forgetOldest();
    answer.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return answer;
  }

  private forgetOldest(): void {
    const oldest = this.entries.keys().next().value;
    if (oldest !== undefined) this.entries.delete(oldest);
  }
}
