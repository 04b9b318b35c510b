import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { Inbox, useDeliveries } from '@/features/lessons/Inbox';
import { NoticeList } from '@/features/me/NoticeList';
import { useOwnNotices } from '@/features/me/notices';
import { useSession } from '@/platform/session';

type Shown = 'notices' | 'weeks';
const views = [
  { value: 'notices', name: '通知' },
  { value: 'weeks', name: '每周主题' },
] as const;

/** 消息: what the town tells this person, and every Monday's theme that came to them. */
export default function InboxPage() {
  const { show } = useRouter().params as { show?: string };
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const [view, setView] = useState<Shown>(show === 'weeks' ? 'weeks' : 'notices');
  const notices = useOwnNotices();
  const deliveries = useDeliveries();
  if (!loggedIn) {
    return (
      <Page title="消息">
        <LoginFirst what="消息" />
      </Page>
    );
  }
  return (
    <Page title="消息" storedAt={view === 'weeks' ? deliveries.first.at : notices.first.at}>
      <Choice label="看什么" options={views} value={view} onChange={setView} />
      {view === 'weeks' ? <Inbox paged={deliveries} /> : <NoticeList notices={notices} />}
    </Page>
  );
}
