import { useEffect } from 'react';
import { Confirmations } from './components/confirm.tsx';
import { Failed, Skeleton } from './components/states.tsx';
import { Toasts } from './components/toast.tsx';
import { DemoBar } from './features/demo/demo-bar.tsx';
import { takeLoginLink } from './features/logins/login-link.ts';
import { LoginAgain } from './features/logins/login-again.tsx';
import { LoginPage } from './features/logins/login-page.tsx';
import { LeaveGuard } from './features/shell/leave-guard.tsx';
import { Shell } from './features/shell/shell.tsx';
import { readClock, useClock } from './platform/clock.ts';
import { resumeSession, useSession } from './platform/session.ts';

/** The whole console: a login page, or the shell with its pages. */
export function App() {
  useEffect(() => {
    void readClock().catch(() => undefined);
    void takeLoginLink().then((taken) => (taken ? undefined : resumeSession()));
  }, []);
  return (
    <>
      <DemoBar />
      <Content />
      <LeaveGuard />
      <Confirmations />
      <Toasts />
    </>
  );
}

function Content() {
  const { state, failure, caller } = useSession();
  const asked = useClock((clock) => clock.asked);
  // A page begins with the month or the week of today, so what day it is comes first.
  if (state === 'looking' || !asked) return <Skeleton lines={4} />;
  if (state === 'unreachable' && failure) return <Failed failure={failure} retry={() => void resumeSession()} />;
  if (!caller) return <LoginPage />;
  // Somebody else begins with a page of their own; the same person goes on with theirs.
  return (
    <>
      <Shell key={caller.member?.id ?? caller.operator?.id} />
      {state === 'ended' ? <LoginAgain /> : null}
    </>
  );
}
