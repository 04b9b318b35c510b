import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { SessionRow } from '@/features/sessions/SessionRow';
import { usePastSessions } from '@/features/sessions/sessions';
import { useSession } from '@/platform/session';

/** 以前的活动: at which the person was expected, the newest first. */
export default function PastSessionsPage() {
  const member = useSession(({ caller }) => caller?.member ?? null);
  const { first, items, more, act } = usePastSessions();
  return (
    <Page title="以前的活动" storedAt={first.at}>
      {!member && <LoginFirst what="活动" />}
      <Loaded stored={first} what="以前的活动">
        {() => (
          <>
            {items.length === 0 && <EmptyState icon="calendar-days" title="还没有办过活动" text="办过的夜校、研讨、实践，都会记在这里。" />}
            {items.map((session) => (
              <SessionRow key={session.id} session={session} dated />
            ))}
            {more && (
              <Button kind="plain" busy={act.busy} onTap={more}>
                再往前看
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
