import type { Figure } from './rounds.ts';

/** How far the process grows above what it had at the start of a round. */
export async function watched(growth: number[], work: () => Promise<Figure>): Promise<Figure> {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const figure = await work();
  clearInterval(timer);
  growth.push(Math.max(most, process.memoryUsage.rss()) - before);
  return figure;
}
