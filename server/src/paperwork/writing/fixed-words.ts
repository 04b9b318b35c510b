const blank = '　　　　　　';

/** 组长签名：　　　　　　审核人：　　　　　　日期：　　年　　月　　日 */
export function signatureLine(signatures: readonly string[]): string {
  return `${signatures.map((who) => `${who}：${blank}`).join('')}日期：　　年　　月　　日`;
}

/** In the place of the rows of a table that has none, so that nobody thinks that they were lost. */
export const emptyTable = '没有记录';
