import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { readWeekScene } from '@weidangxiao/shared/rules/week-code.ts';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { BallotCard } from '@/features/ballots/BallotCard';
import { useOwnCheckIn } from '@/features/check-ins/own-check-in';
import { FeedbackNow } from '@/features/feedback/FeedbackCard';
import { type LeaveActs, useLeaveActs } from '@/features/leaves/LeaveAct';
import { storeLessons } from '@/features/lessons/lesson';
import { NextSession } from '@/features/next-session/NextSession';
import { ElderWeek } from '@/features/week/ElderWeek';
import { GuestCard, NoTown } from '@/features/week/GuestCard';
import { Bell, Messages, useNotices } from '@/features/week/Messages';
import { MonthCard } from '@/features/week/MonthCard';
import { useWeek, type Week } from '@/features/week/week';
import { shareCard } from '@/features/week/share-card';
import { WeekCard } from '@/features/week/WeekCard';
import { WeekState } from '@/features/week/WeekState';
import { useAppearance } from '@/platform/appearance';
import { open, showTab } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 本周: this Monday, my month, what is new. Readable without a login. */
export default function WeekPage() {
  const asked = useRouter().params as { monday?: string; scene?: string };
  const monday = asked.monday ?? readWeekScene(asked.scene ?? '').monday;
  const week = useWeek(monday);
  const notices = useNotices().value;
  const elder = useAppearance((appearance) => appearance.elder);
  const member = useSession(({ caller }) => caller?.member ?? null);
  const leave = useLeaveActs('m');
  useElderOffer();
  useShareAppMessage(() => shareCard(week.value));
  return (
    <Page tab="week" title={week.value?.town.schoolName ?? '微党校'} storedAt={week.at} headEnd={elder ? null : <Bell notices={notices} />} over={leave.sheet}>
      <Loaded stored={week} what="本周内容">
        {(value) => <Content week={value} elder={elder} leave={leave} />}
      </Loaded>
      {!week.value && !week.loading && !week.failure && <NoTown />}
      {monday && week.value && (
        <Button kind="text" onTap={() => showTab('week')}>
          看本周的
        </Button>
      )}
      {member && !elder && (
        <View key={member.id}>
          <NextSession />
          <BallotCard />
          <FeedbackNow />
          <MonthCard />
        </View>
      )}
      {!member && week.value && <GuestCard />}
      {member && !elder && <Messages notices={notices} />}
    </Page>
  );
}

function Content({ week, elder, leave }: { week: Week; elder: boolean; leave: LeaveActs }) {
  useEffect(() => {
    if (week.theme) void storeLessons(week.theme.lessons);
  }, [week.theme?.id]);
  const own = useOwnCheckIn(week.theme?.monday ?? null);
  return (
    <>
      <WeekState week={week} />
      {week.theme && (elder ? <ElderWeek week={week} theme={week.theme} own={own} leave={leave} /> : <WeekCard theme={week.theme} own={own} />)}
    </>
  );
}

/** At the first opening ever, once. */
function useElderOffer(): void {
  const offered = useAppearance((appearance) => appearance.offered);
  useEffect(() => {
    if (!offered) open('packages/account/elder-offer/index');
  }, [offered]);
}
