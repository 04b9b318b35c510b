interface Waiting<Result> {
  readonly result: Result;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Results that come in while others are being written are written together: one commit for all of them. `put` answers when its
 * result is on the disk, so a lane that waits for it has at most one result that a crash would lose.
 */
export class RingResults<Result> {
  private waiting: Waiting<Result>[] = [];
  private isWriting = false;

  constructor(private readonly write: (results: readonly Result[]) => Promise<void>) {}

  put(result: Result): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ result, resolve, reject });
      if (!this.isWriting) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) await this.writeNext(this.waiting.splice(0));
    this.isWriting = false;
  }

  private async writeNext(batch: readonly Waiting<Result>[]): Promise<void> {
    try {
      await this.write(batch.map(({ result }) => result));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
