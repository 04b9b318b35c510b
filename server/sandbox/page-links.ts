import { randomText } from './random-text.ts';

const keptLinks = 1_000;

interface PageLink {
  page: string;
  expiresAt: number;
}

/** URL links into the mini-program. WECHAT.md §4 */
export class PageLinks {
  readonly #links = new Map<string, PageLink>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Answers the link's last path segment. */
  add(page: string, expiresAt: number): string {
    const id = randomText(11);
    this.#links.set(id, { page, expiresAt });
    const oldest = this.#links.keys().next().value;
    if (this.#links.size > keptLinks && oldest !== undefined) this.#links.delete(oldest);
    return id;
  }

  /** The page behind a link that exists and has not expired. */
  find(id: string): string | undefined {
    const link = this.#links.get(id);
    return link && this.#now() < link.expiresAt ? link.page : undefined;
  }
}
