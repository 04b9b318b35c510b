import { Empty, Skeleton } from '../../components/states.tsx';
import { useWaitingStore } from '../overview/waiting.ts';
import { NoticeList } from './notice-list.tsx';

const shown = 6;

/** The first of the notices, with the way to all of them. */
export function NewestNotices() {
  const { loaded, notices } = useWaitingStore();
  return (
    <section aria-label="通知">
      <div className="row apart">
        <h2 className="section-title">通知</h2>
        {notices.length > shown ? <a className="link note-size" href="#/notices">全部通知</a> : null}
      </div>
      {!loaded ? <Skeleton lines={3} /> : null}
      {loaded && notices.length === 0 ? <Empty title="还没有通知">主题没人审、推送出了岔子、有心得要看，会在这里告诉你</Empty> : null}
      <NoticeList notices={notices.slice(0, shown)} />
    </section>
  );
}
