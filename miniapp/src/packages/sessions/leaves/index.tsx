import { useState } from 'react';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { Leaves, MakeUps, Missed } from '@/features/leaves/Absences';
import { type Attended, missedOf, useMyAttendance, useMyLeaves, useMyMakeUps } from '@/features/leaves/leaves';
import { MakeUpSheet } from '@/features/leaves/MakeUpSheet';
import { useSession } from '@/platform/session';

/** 请假和补学: what can still be made up and until when, what was asked and how it was decided. */
export default function LeavesPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const attendance = useMyAttendance();
  const leaves = useMyLeaves();
  const makeUps = useMyMakeUps();
  const [making, setMaking] = useState<Attended | null>(null);
  const close = () => setMaking(null);
  const done = () => {
    close();
    makeUps.first.reload();
  };
  return (
    <Page title="请假和补学" storedAt={attendance.at} over={making && <MakeUpSheet missed={making} onDone={done} onClose={close} />}>
      {!loggedIn && <LoginFirst what="请假和补学" />}
      <Loaded stored={attendance} what="请假和补学">
        {(value) => (
          <>
            <Missed missed={missedOf(value, makeUps.items)} onMakeUp={setMaking} />
            <Leaves paged={leaves} />
            <MakeUps paged={makeUps} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
