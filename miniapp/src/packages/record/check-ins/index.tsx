import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { CheckInCard } from '@/features/me/CheckInCard';
import { More } from '@/features/me/More';
import { useOwnCheckIns, useWaitingCheckIns } from '@/features/me/own-check-ins';
import { WaitingRecord } from '@/features/me/WaitingRecord';
import { showTab } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** What this member left for each Monday, with its times, and what became of it; first what is still on this phone. */
export default function CheckInsPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const { first, items, more, act } = useOwnCheckIns();
  const waiting = useWaitingCheckIns();
  return (
    <Page title="我的打卡" storedAt={first.at}>
      {!loggedIn && <LoginFirst what="打卡记录" />}
      {waiting.map((record) => (
        <WaitingRecord key={record.clientId} record={record} />
      ))}
      <Loaded stored={first} what="打卡记录">
        {() => (
          <View>
            {items.length === 0 && waiting.length === 0 && <NothingYet />}
            {items.map((checkIn) => (
              <CheckInCard key={checkIn.id} checkIn={checkIn} />
            ))}
          </View>
        )}
      </Loaded>
      <More more={more} act={act} words="看更早的" />
    </Page>
  );
}

function NothingYet() {
  return (
    <EmptyState icon="pen-line" title="还没有打过卡" text="写一句、说一句自己的收获，就在这里。写在纸上由组长记的，也在这里，一样算数。">
      <Button kind="line" onTap={() => showTab('week')}>
        看本周的主题
      </Button>
    </EmptyState>
  );
}
