import type { Reply } from './wechat-http.ts';

export type TextVerdict = 'pass' | 'review' | 'risky' | 'unavailable';

/** WeChat takes at most 2,500 characters a call; some of them may be pairs. */
const partLength = 2_500;
const order: readonly TextVerdict[] = ['pass', 'unavailable', 'review', 'risky'];

/** Asks for each part of the text in turn; the worst answer decides. */
export async function verdictOn(text: string, ask: (content: string) => Promise<Reply>): Promise<TextVerdict> {
  let worst: TextVerdict = 'pass';
  for (const content of partsOf(text)) {
    const verdict = readVerdict(await ask(content));
    if (order.indexOf(verdict) > order.indexOf(worst)) worst = verdict;
    if (worst === 'risky') return worst;
  }
  return worst;
}

function partsOf(text: string): string[] {
  const points = [...text.trim()];
  return Array.from({ length: Math.ceil(points.length / partLength) }, (_, at) => points.slice(at * partLength, (at + 1) * partLength).join(''));
}

function readVerdict({ result }: Reply): TextVerdict {
  const { suggest } = (result ?? {}) as Reply;
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'unavailable';
}
