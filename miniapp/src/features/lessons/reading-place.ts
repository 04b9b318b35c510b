import { usePageScroll, useReady } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { newSelectorQuery, scrollPageTo, windowHeight } from '@/platform/screen';
import { noteReading, useReadings } from './readings';

/** The ids of the elements that are measured. */
export const articleId = 'lesson-article';
export const endId = 'lesson-end';

/** A place worth offering: neither at the beginning nor at the end. */
const worthOffering = { from: 0.08, to: 0.95 };
const measureEveryMs = 250;

export interface ReadingPlace {
  /** Goes on where reading stopped last time; null when there is nothing to go back to, or it was taken. */
  readonly resume: (() => void) | null;
  readonly atEnd: boolean;
}

/** Follows how far somebody reads, keeps it, and knows where they were last time. `shown`: the text is on the screen. */
export function useReadingPlace(lessonId: string, shown: boolean): ReadingPlace {
  const [last, setLast] = useState<number | null>(() => placeWorthOffering(lessonId));
  const [atEnd, setAtEnd] = useState(false);
  const measuredAt = useRef(0);
  const look = () => {
    if (!shown) return;
    measuredAt.current = Date.now();
    void measure().then((seen) => {
      if (!seen) return;
      setAtEnd(seen.atEnd);
      const before = useReadings.getState().of[lessonId];
      if (seen.atEnd && !before?.done) noteReading(lessonId, { position: 1, done: true });
      else if (seen.position > (before?.position ?? 0) + 0.01) noteReading(lessonId, { position: seen.position });
    });
  };
  const later = useRef<ReturnType<typeof setTimeout>>();
  usePageScroll(() => {
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
  const resume = () => {
    void scrollTo(last ?? 0);
    setLast(null);
  };
  return { resume: last !== null && shown ? resume : null, atEnd };
}

function placeWorthOffering(lessonId: string): number | null {
  const { position = 0, done = false } = useReadings.getState().of[lessonId] ?? {};
  return !done && position > worthOffering.from && position < worthOffering.to ? position : null;
}

interface Box {
  readonly top: number;
  readonly height: number;
}

/** How far the text has moved up past the lower edge of the screen; the end counts once it is in sight. */
async function measure(): Promise<{ position: number; atEnd: boolean } | null> {
  const [article, end] = await boxes();
  if (!article || !end || article.height === 0) return null;
  const screen = windowHeight();
  const hidden = Math.max(1, article.height - screen);
  return { position: Math.min(1, Math.max(0, -article.top / hidden)), atEnd: end.top < screen - 40 };
}

async function scrollTo(position: number): Promise<void> {
  const [article, , scrolled] = await boxes();
  if (!article) return;
  const hidden = Math.max(1, article.height - windowHeight());
  await scrollPageTo(scrolled + article.top + hidden * position);
}

function boxes(): Promise<[Box | null, Box | null, number]> {
  return new Promise((resolve) => {
    const query = newSelectorQuery();
    query.select(`#${articleId}`).boundingClientRect();
    query.select(`#${endId}`).boundingClientRect();
    query.selectViewport().scrollOffset();
    query.exec((found: [Box | null, Box | null, { scrollTop?: number } | null]) => resolve([found[0], found[1], found[2]?.scrollTop ?? 0]));
  });
}
