import { Page, Pad } from '../../components/page.tsx';
import { NoticeList } from './notice-list.tsx';

export function NoticesPage() {
  return (
    <Page title="通知">
      <Pad narrow>
        <NoticeList />
      </Pad>
    </Page>
  );
}
