import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Row } from '@/components/Row';
import { LoginFirst } from '@/features/account/LoginFirst';
import { AskSheet } from '@/features/courses/AskSheet';
import { pages, useCourseRequests, useCourseSets } from '@/features/courses/courses';
import { RequestCard } from '@/features/courses/RequestCard';
import { More } from '@/features/me/More';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 点课: what people would like to learn, joined in one tap; and the sets that are put together already. */
export default function CourseRequestsPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const { first, items, more, act } = useCourseRequests();
  const sets = useCourseSets().value ?? [];
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const done = () => {
    close();
    first.reload();
  };
  const foot = loggedIn ? <Button onTap={() => setAsking(true)}>点一课</Button> : undefined;
  return (
    <Page title="点课" storedAt={first.at} foot={foot} over={asking && <AskSheet onDone={done} onClose={close} />}>
      {!loggedIn && <LoginFirst what="点课" />}
      <Loaded stored={first} what="点课">
        {() => (
          <>
            {items.length === 0 && <EmptyState icon="book-open" title="还没有人点课" text="想学什么，点一课。想学的人多了就排一场。" />}
            {items.map((request) => (
              <RequestCard key={request.id} request={request} onChanged={first.reload} />
            ))}
            <More more={more} act={act} words="看更早的" />
            {sets.length > 0 && (
              <Card rows>
                {sets.map(({ id, title, tagName, steps }) => (
                  <Row key={id} icon="book-open" title={title} note={`给${tagName}，${steps}课`} onTap={() => open(pages.set, { id })} />
                ))}
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
