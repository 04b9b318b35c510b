const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\p{Cc}]/gu;

/** One line without invisible characters; runs of spaces, full-width ones too, become one. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u3000]+/g, ' ').replace(invisible, '').trim();
}

/** Full-width digits, letters and signs as the plain ones, without any spaces. For comparing, never for keeping. */
export function compact(text: string): string {
  return oneLine(text.normalize('NFKC')).replace(/ /g, '');
}

/** What people write into a cell to say that there is nothing. */
export function saysNothing(text: string): boolean {
  return /^(无|没有|没|暂无|暂缺|空|不详|未知|未填|待查|待补|none|n\/a|[-—–_/\\、.。*×?]+)?$/i.test(compact(text));
}
