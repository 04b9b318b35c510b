import { usePageScroll, useReady } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { newSelectorQuery, scrollPageTo, windowHeight } from '@/platform/screen';
import { noteReading, useReadings } from './readings';

/** The ids of the elements that are measured, of one page: in a browser a lesson that was just left is still in the document for a moment. */
export interface PlaceIds {
  readonly article: string;
  readonly end: string;
}
let opened = 0;

/** Less than this is still the beginning, which needs no way back. The end is where the lesson is done. */
const beginning = 0.08;
/** px of an element that have to show. */
const inSight = 40;
const measureEveryMs = 250;

export interface ReadingPlace {
  readonly ids: PlaceIds;
  /** Goes on where reading stopped last time; null when there is nothing to go back to, or it was taken. */
  readonly resume: (() => void) | null;
  readonly atEnd: boolean;
}

/** Follows how far somebody reads, keeps it, and knows where they were last time. `shown`: the text is on the screen. */
export function useReadingPlace(lessonId: string, shown: boolean): ReadingPlace {
  const [ids] = useState(newIds);
  const [atEnd, setAtEnd] = useState(false);
  const measuredAt = useRef(0);
  const scrolled = useRef(0);
  const look = () => {
    if (!shown) return;
    measuredAt.current = Date.now();
    void measure(ids, scrolled.current).then((seen) => {
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
  const resume = useResume(lessonId, ids);
  return { ids, resume: shown ? resume : null, atEnd };
}

/** Back to where reading stopped last time, once; the offer stands above the text and goes before the page moves. */
function useResume(lessonId: string, ids: PlaceIds): (() => void) | null {
  const [last, setLast] = useState(() => placeWorthOffering(lessonId));
  const [wanted, goTo] = useState<number | null>(null);
  useEffect(() => {
    if (wanted !== null) void scrollTo(ids, wanted);
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

function newIds(): PlaceIds {
  opened += 1;
  return { article: `lesson-article-${opened}`, end: `lesson-end-${opened}` };
}

interface Box {
  readonly top: number;
  readonly height: number;
}

/** How far has been scrolled, as a share of the text's height. The end is reached once what follows the text is in sight. */
async function measure(ids: PlaceIds, scrolled: number): Promise<{ position: number; atEnd: boolean } | null> {
  const [article, end] = await boxes(ids);
  if (!article || !end || article.height === 0) return null;
  return { position: Math.min(1, scrolled / heightOf(article, end)), atEnd: end.top < windowHeight() - inSight };
}

async function scrollTo(ids: PlaceIds, position: number): Promise<void> {
  const [article, end] = await boxes(ids);
  if (article && end) await scrollPageTo(position * heightOf(article, end));
}

/** px; the same wherever the page stands and while it slides in. */
function heightOf(article: Box, end: Box): number {
  return Math.max(1, end.top - article.top);
}

function boxes({ article, end }: PlaceIds): Promise<[Box | null, Box | null]> {
  return new Promise((resolve) => {
    const query = newSelectorQuery();
    query.select(`#${article}`).boundingClientRect();
    query.select(`#${end}`).boundingClientRect();
    query.exec((found: [Box | null, Box | null]) => resolve(found));
  });
}
