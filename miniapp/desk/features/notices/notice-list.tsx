import { Empty, Skeleton } from '../../components/states.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { type Notice, refreshWaiting, useWaitingStore } from '../overview/waiting.ts';
import { placeOf } from './notice-place.ts';
import css from './notices.module.css';

/** The newest notices; opening one reads it and goes where it points. */
export function NoticeList() {
  const { loaded, notices } = useWaitingStore();
  return (
    <section aria-label="通知">
      <h2 className="section-title">通知</h2>
      {!loaded ? <Skeleton lines={3} /> : null}
      {loaded && notices.length === 0 ? <Empty title="还没有通知">主题没人审、推送出了岔子、有心得要看，会在这里告诉你</Empty> : null}
      <ul className={css.list}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <button type="button" onClick={() => void open(notice)} className={notice.readAt === null ? css.unread : ''}>
              <span className="row apart">
                <b className="medium">{notice.title}</b>
                <span className="note-size minor nowrap">{whenInChinese(notice.at)}</span>
              </span>
              <span className="minor">{notice.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function open(notice: Notice): Promise<void> {
  if (notice.readAt === null) await call('readNotice', { params: { id: notice.id } }).then(refreshWaiting, () => undefined);
  const place = placeOf(notice.link);
  if (place) go(place);
}
