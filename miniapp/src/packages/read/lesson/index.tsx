import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { CheckInSheet } from '@/features/check-ins/CheckInSheet';
import { AudioBar } from '@/features/lessons/AudioBar';
import { storeLessons, useLesson } from '@/features/lessons/lesson';
import { LessonView } from '@/features/lessons/LessonView';
import { listen, watchHeard } from '@/features/lessons/listening';
import { useReadDelivery } from '@/features/lessons/read-delivery';
import { useReadingPlace } from '@/features/lessons/reading-place';
import { shareCard } from '@/features/week/share-card';
import { useWeekOf } from '@/features/week/theme-of';

/** 阅读: a lesson of a week, to read or to hear; at its end one line of one's own. */
export default function LessonPage() {
  const { id = '', monday: named, listen: wanted } = useRouter().params as { id?: string; monday?: string; listen?: string };
  const stored = useLesson(id);
  const lesson = stored.value;
  const monday = named ?? lesson?.sentOn ?? null;
  const { stored: week, theme } = useWeekOf(monday);
  const holdsLesson = theme?.lessons.some((row) => row.id === id) ?? false;
  const place = useReadingPlace(id, lesson !== null);
  const [checkingIn, setCheckingIn] = useState(false);
  useReadDelivery(lesson && holdsLesson ? monday : null);
  useSound(id, lesson?.audio?.fileId ?? null, wanted === '1');
  useEffect(() => {
    if (theme && holdsLesson) void storeLessons(theme.lessons);
  }, [theme?.id, holdsLesson]);
  useShareAppMessage(() => shareCard(week.value));
  const audio = lesson?.audio ? <AudioBar lessonId={id} audio={lesson.audio} quiet={place.atEnd} /> : undefined;
  const over = checkingIn && theme ? <CheckInSheet theme={theme} onClose={() => setCheckingIn(false)} /> : undefined;
  return (
    <Page title={theme?.weekLabel ?? '课'} storedAt={stored.at} foot={audio} over={over}>
      <Loaded stored={stored} what="这一课">
        {(value) => <LessonView lesson={value} theme={holdsLesson ? theme : null} ids={place.ids} resume={place.resume} onCheckIn={() => setCheckingIn(true)} />}
      </Loaded>
    </Page>
  );
}

/** Opened to be heard: it plays. Heard to the end it is read. */
function useSound(lessonId: string, fileId: string | null, wanted: boolean): void {
  useEffect(() => {
    if (!fileId) return undefined;
    if (wanted) listen(lessonId, fileId);
    return watchHeard(lessonId, fileId);
  }, [lessonId, fileId, wanted]);
}
