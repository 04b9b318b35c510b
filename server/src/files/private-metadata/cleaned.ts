/** A picture without its private words. */
export interface Cleaned {
  readonly bytes: Buffer;
  /** Which side is up, 1 to 8 as Exif counts; still said in the bytes where it is not 1. */
  readonly orientation: number;
}
