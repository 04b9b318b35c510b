import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { type Notice, refreshWaiting } from '../overview/waiting.ts';
import { placeOf } from './notice-place.ts';
import css from './notices.module.css';

/** Notices, the newest first; opening one reads it and goes where it points. */
export function NoticeList({ notices, onRead }: { notices: readonly Notice[]; onRead?: () => Promise<void> }) {
  const open = async ({ id, readAt, link }: Notice): Promise<void> => {
    if (readAt === null) await call('readNotice', { params: { id } }).then(() => Promise.all([refreshWaiting(), onRead?.()]), () => undefined);
    const place = placeOf(link);
    if (place) go(place);
  };
  return (
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
  );
}
