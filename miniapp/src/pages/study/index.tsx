import { useEffect, useState } from 'react';
import { Page } from '@/components/Page';
import { Choice } from '@/components/Choice';
import { CoursePicks } from '@/features/courses/CoursePicks';
import { Catalogue } from '@/features/lessons/Catalogue';
import { type CatalogueFilter, useCatalogue } from '@/features/lessons/catalogue';
import { Kinds, SearchBox } from '@/features/lessons/CatalogueFilters';
import { GuestStudy } from '@/features/lessons/GuestStudy';
import { Inbox, useDeliveries } from '@/features/lessons/Inbox';
import { MonthButton, MonthSheet } from '@/features/lessons/MonthChoice';
import { Suggestions } from '@/features/lessons/Suggestions';
import { useSuggestions } from '@/features/lessons/suggestions';
import { useWeek } from '@/features/week/week';
import { useAppearance } from '@/platform/appearance';
import { useSession } from '@/platform/session';

type View = 'lessons' | 'weeks';
const typingPauseMs = 400;
const everything: CatalogueFilter = { category: null, month: null, words: '' };

/** 学习: all lessons that were sent, and every Monday's theme. */
export default function StudyPage() {
  const member = useSession(({ caller }) => caller?.member ?? null);
  const elder = useAppearance((appearance) => appearance.elder);
  const [view, setView] = useState<View>('lessons');
  const [filter, setFilter] = useState(everything);
  const [choosingMonth, setChoosingMonth] = useState(false);
  const narrow = (part: Partial<CatalogueFilter>) => setFilter({ ...filter, ...part });
  const catalogue = useCatalogue({ ...filter, words: useSettled(filter.words.trim()) });
  const deliveries = useDeliveries();
  const unread = deliveries.first.value?.unread ?? 0;
  const narrowed = filter.category !== null || filter.month !== null || filter.words !== '';
  const suggestions = useSuggestions(useWeek(null).value?.theme ?? null, catalogue.items);
  const choose = (month: string | null) => {
    narrow({ month });
    setChoosingMonth(false);
  };
  const over = choosingMonth ? <MonthSheet month={filter.month} onChoose={choose} onClose={() => setChoosingMonth(false)} /> : undefined;
  if (!member) return <GuestStudy />;
  return (
    <Page tab="study" title="学习" storedAt={view === 'lessons' ? catalogue.first.at : deliveries.first.at} over={over}>
      <Choice label="看什么" value={view} onChange={setView} options={[{ value: 'lessons', name: '课程' }, { value: 'weeks', name: unread > 0 && !elder ? `每周主题，${unread}个没看` : '每周主题' }]} />
      {view === 'weeks' ? (
        <Inbox paged={deliveries} />
      ) : (
        <>
          <SearchBox words={filter.words} onChange={(words) => narrow({ words })} />
          <Kinds chosen={filter.category} onChange={(category) => narrow({ category })} />
          {!narrowed && <Suggestions suggestions={suggestions} />}
          {!narrowed && <CoursePicks />}
          <Catalogue paged={catalogue} narrowed={narrowed} end={<MonthButton month={filter.month} onTap={() => setChoosingMonth(true)} />} />
        </>
      )}
    </Page>
  );
}

/** What was typed, once the typing has paused: a search for every key would cost data. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), words === '' ? 0 : typingPauseMs);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
