/** Something on a page, as Taro hands it to WeChat's template. */
export interface Drawn {
  readonly sid: string;
  readonly ariaLabel?: string;
  readonly ariaRole?: string;
  readonly ariaChecked?: string;
  readonly openType?: string;
  /** What stands in a field. */
  readonly value?: string;
  /** Its classes. */
  readonly cl?: string;
  readonly cn?: readonly Drawn[];
}

/** `root` and all that is in it, from above. */
export function drawn(root: unknown): Drawn[] {
  const node = root as Drawn | undefined;
  if (!node) return [];
  return [node, ...(node.cn ?? []).flatMap(drawn)];
}
