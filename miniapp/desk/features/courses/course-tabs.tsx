import { TabBar } from '../../components/bars.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useWaitingStore } from '../overview/waiting.ts';

type Key = '/lessons' | '/course-sets' | '/course-requests';

/** The lessons one by one, put together for a kind of people, and what people ask for. */
export function CourseTabs({ now }: { now: Key }) {
  const lessons = useMay('lessons.list');
  const asked = useWaitingStore(({ courseRequests }) => courseRequests);
  const tabs = [
    ...(lessons ? [{ key: '/lessons' as const, label: '教材' }] : []),
    { key: '/course-sets' as const, label: '套餐课程' },
    { key: '/course-requests' as const, label: '点课', ...(asked > 0 ? { count: asked } : {}) },
  ];
  return (
    <TabBar>
      <Tabs<Key> label="教材课程" tabs={tabs} now={now} onPick={go} />
    </TabBar>
  );
}
