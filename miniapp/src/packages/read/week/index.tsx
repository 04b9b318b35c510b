import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useOwnCheckIn } from '@/features/check-ins/own-check-in';
import { useReadDelivery } from '@/features/lessons/read-delivery';
import { ElderWeek } from '@/features/week/ElderWeek';
import { shareCard } from '@/features/week/share-card';
import { useWeekOf } from '@/features/week/theme-of';
import type { Theme, Week } from '@/features/week/week';
import { WeekCard } from '@/features/week/WeekCard';
import { useAppearance } from '@/platform/appearance';
import { back } from '@/platform/navigation';

/** A Monday that has gone by: its theme, its lessons, and its check-in, which can still be made. */
export default function PastWeekPage() {
  const { monday = '' } = useRouter().params;
  const { stored, theme } = useWeekOf(monday);
  useReadDelivery(theme?.monday ?? null);
  useShareAppMessage(() => shareCard(stored.value));
  return (
    <Page title={theme?.weekLabel ?? '往期主题'} storedAt={stored.at}>
      <Loaded stored={stored} what="这一周">
        {(week) => (theme ? <OneWeek week={week} theme={theme} /> : <NoTheme />)}
      </Loaded>
    </Page>
  );
}

function OneWeek({ week, theme }: { week: Week; theme: Theme }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const own = useOwnCheckIn(theme.monday);
  return elder ? <ElderWeek week={week} theme={theme} own={own} /> : <WeekCard theme={theme} own={own} />;
}

function NoTheme() {
  return (
    <EmptyState icon="calendar-days" title="这一周没有主题">
      <Button kind="line" onTap={back}>
        返回
      </Button>
    </EmptyState>
  );
}
