export interface FreshToken {
  readonly token: string;
  readonly lifetimeMs: number;
}

/** WeChat renews a stable token in its last five minutes, when old and new both work: asking then never leaves a gap. */
const renewBeforeEndMs = 4 * 60_000;

/**
 * The access token of this process. All replicas hold the same one, because stable_token hands everybody the current
 * token and ends none of them. One question at a time; the old token stays until a new one is here.
 */
export class AccessToken {
  private held: { token: string; endsAt: number } | null = null;
  private asking: Promise<string> | null = null;

  constructor(
    private readonly fetch: () => Promise<FreshToken>,
    private readonly now: () => number,
  ) {}

  /** @throws what `fetch` throws, unless the token in hand still works */
  async get(): Promise<string> {
    const { held } = this;
    if (!held || this.now() >= held.endsAt) return this.ask();
    if (held.endsAt - this.now() > renewBeforeEndMs) return held.token;
    return this.ask().catch(() => held.token);
  }

  /** After WeChat refused `refused`: the token that somebody here has got meanwhile, else a new one. */
  async instead(refused: string): Promise<string> {
    return this.held && this.held.token !== refused ? this.held.token : this.ask();
  }

  private ask(): Promise<string> {
    this.asking ??= this.fetch()
      .then(({ token, lifetimeMs }) => {
        this.held = { token, endsAt: this.now() + lifetimeMs };
        return token;
      })
      .finally(() => {
        this.asking = null;
      });
    return this.asking;
  }
}
