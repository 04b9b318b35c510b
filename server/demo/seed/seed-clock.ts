/**
 * The machine's clock until the sample town is moved through its year, and again when that is over. Business and real
 * time go together, so that the audit tells the year as it was lived; nothing is written, so the year can be one unit of work.
 */
export class SeedClock {
  private offset = 0;

  readonly time = (): number => Date.now() + this.offset;

  /** Runs on from that instant. */
  move(instant: number): void {
    this.offset = instant - Date.now();
  }

  /** Back at the present. */
  end(): void {
    this.offset = 0;
  }
}
