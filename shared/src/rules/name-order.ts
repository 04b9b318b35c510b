const plain = new Intl.Collator('zh');
const counted = new Intl.Collator('zh', { numeric: true });

/** Names as people look for them in a list: by surname. */
export const byName: (one: string, other: string) => number = plain.compare;

/** Names that count, by their figures: 2号会议室 before 10号会议室. */
export const byCountedName: (one: string, other: string) => number = counted.compare;
