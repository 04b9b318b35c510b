import { Card } from '@/components/Card';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Row } from '@/components/Row';
import { LoginFirst } from '@/features/account/LoginFirst';
import { More } from '@/features/me/More';
import { pages, useSchools } from '@/features/schools/schools';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 各村微党校: a list to look through, in the order of the groups; never a ranking. */
export default function SchoolsPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const { first, items, more, act } = useSchools();
  return (
    <Page title="各村微党校" storedAt={first.at}>
      {!loggedIn && <LoginFirst what="各村微党校" />}
      <Loaded stored={first} what="各村微党校">
        {() => (
          <>
            {items.length === 0 && <EmptyState icon="users" title="还没有小组" text="分了小组，每个组的微党校就在这里。" />}
            {items.length > 0 && (
              <Card rows>
                {items.map(({ id, name, groupName, members, venue }) => (
                  <Row key={id} title={name} note={[name !== groupName && groupName, `${members}人`, venue?.name].filter(Boolean).join('，')} onTap={() => open(pages.school, { id })} />
                ))}
              </Card>
            )}
            <More more={more} act={act} words="看后面的" />
          </>
        )}
      </Loaded>
    </Page>
  );
}
