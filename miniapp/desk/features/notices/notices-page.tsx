import { useState } from 'react';
import { Page, Pad } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { NoticeList } from './notice-list.tsx';

const pageSize = 20;

/** All notices, page by page, the newest first. */
export function NoticesPage() {
  const [page, setPage] = useState(1);
  const loaded = useLoaded(String(page), () => call('listNotices', { query: { page, pageSize } }));
  useReloadOnJump(loaded);
  return (
    <Page title="通知" aside="新的在前，红点是还没看的">
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="还没有通知">主题没人审、推送出了岔子、有心得要看，会在这里告诉你</Empty>
          ) : (
            <>
              <Pad narrow>
                <NoticeList notices={items} onRead={loaded.reload} />
              </Pad>
              <Pager page={page} pageSize={pageSize} total={total} unit="条" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}
