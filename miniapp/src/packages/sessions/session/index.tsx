import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { LoginFirst } from '@/features/account/LoginFirst';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { CarriedActions } from '@/features/sessions/CarriedActions';
import { MemberActs } from '@/features/next-session/MemberActs';
import { ClosingNote, LeaderActs, useLeaderFoot } from '@/features/sessions/LeaderActs';
import { SessionFacts } from '@/features/sessions/SessionFacts';
import { SessionRecord } from '@/features/sessions/SessionRecord';
import { leads, useStudySession } from '@/features/sessions/sessions';
import { useSession } from '@/platform/session';

/** 一场活动: what everybody may know of it, and below that what its leader can do. */
export default function SessionPage() {
  const { id = '' } = useRouter().params;
  const caller = useSession((session) => session.caller);
  const session = useStudySession(id);
  const [over, setOver] = useState<ReactNode>(null);
  const foot = useLeaderFoot(session.value);
  const led = session.value !== null && leads(caller, session.value);
  return (
    <Page title="活动" storedAt={session.at} over={over} foot={foot ?? undefined}>
      {!caller?.member && <LoginFirst what="活动" />}
      <Loaded stored={session} what="这场活动">
        {(value) => (
          <>
            <ClosingNote sessionId={id} />
            <SessionFacts session={value} />
            <MemberActs session={value} />
            <CarriedActions session={value} onChanged={session.reload} />
            {led && <LeaderActs session={value} onChanged={session.reload} over={setOver} />}
            <SessionRecord session={value} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
