import { usePageScroll, useReady } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { newSelectorQuery, scrollPageTo, windowHeight } from '@/platform/screen';
import { noteReading, useReadings } from './readings';

/** The ids of the elements that are measured. */
export const articleId = 'lesson-article';
export const endId = 'lesson-end';

/** Less than this is still the beginning, which needs no way back. The end is where the lesson is done. */
const beginning = 0.08;
const measureEveryMs = 250;

export interface ReadingPlace {
  /** Goes on where reading stopped last time; null when there is nothing to go back to, or it was taken. */
  readonly resume: (() => void) | null;
  readonly atEnd: boolean;
}

/** Follows how far somebody reads, keeps it, and knows where they were last time. `shown`: the text is on the screen. */
export function useReadingPlace(lessonId: string, shown: boolean): ReadingPlace {
  const [atEnd, setAtEnd] = useState(false);
  const measuredAt = useRef(0);
  const scrolled = useRef(0);
  const look = () => {
    if (!shown) return;
    measuredAt.current = Date.now();
    void measure(scrolled.current).then((seen) => {
      if (!seen) return;
      setAtEnd(seen.atEnd);
      const before = useReadings.getState().of[lessonId];
      if (seen.atEnd && !before?.done) noteReading(lessonId, { position: 1, done: true });
      else if (seen.position > (before?.position ?? 0) + 0.01) noteReading(lessonId, { position: seen.position });
    });
  };
  const later = useRef<ReturnType<typeof setTimeout>>();
  usePageScroll(({ scrollTop }) => {
    scrolled.current = scrollTop;
    clearTimeout(later.current);
    if (Date.now() - measuredAt.current >= measureEveryMs) look();
    else later.current = setTimeout(look, measureEveryMs);
  });
  useReady(look);
  useEffect(() => {
    const first = setTimeout(look, measureEveryMs * 2);
    return () => clearTimeout(first);
  }, [shown, lessonId]);
  useEffect(() => () => clearTimeout(later.current), []);
  const resume = useResume(lessonId, scrolled);
  return { resume: shown ? resume : null, atEnd };
}

/** Back to where reading stopped last time, once; the offer stands above the text and goes before the page moves. */
function useResume(lessonId: string, scrolled: { readonly current: number }): (() => void) | null {
  const [last, setLast] = useState(() => placeWorthOffering(lessonId));
  const [wanted, goTo] = useState<number | null>(null);
  useEffect(() => {
    if (wanted !== null) void scrollTo(wanted, scrolled.current);
  }, [wanted]);
  if (last === null) return null;
  return () => {
    goTo(last);
    setLast(null);
  };
}

function placeWorthOffering(lessonId: string): number | null {
  const { position = 0, done = false } = useReadings.getState().of[lessonId] ?? {};
  return !done && position > beginning ? position : null;
}

interface Box {
  readonly top: number;
  readonly height: number;
}

/** How much of the way to the end of the text has been scrolled; the end counts once what follows is in sight. */
async function measure(scrolled: number): Promise<{ position: number; atEnd: boolean } | null> {
  const [article, end] = await boxes();
  if (!article || !end || article.height === 0) return null;
  return { position: Math.min(1, Math.max(0, scrolled / wayOf(article, scrolled))), atEnd: end.top < windowHeight() - 40 };
}

async function scrollTo(position: number, scrolled: number): Promise<void> {
  const [article] = await boxes();
  if (article) await scrollPageTo(wayOf(article, scrolled) * position);
}

/** px to scroll until the last line of the text stands on the lower edge. */
function wayOf({ top, height }: Box, scrolled: number): number {
  return Math.max(1, scrolled + top + height - windowHeight());
}

function boxes(): Promise<[Box | null, Box | null]> {
  return new Promise((resolve) => {
    const query = newSelectorQuery();
    query.select(`#${articleId}`).boundingClientRect();
    query.select(`#${endId}`).boundingClientRect();
    query.exec((found: [Box | null, Box | null]) => resolve(found));
  });
}
