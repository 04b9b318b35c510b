import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { thisYear, useMyHours } from '@/features/hours/hours';
import { Statement } from '@/features/hours/Statement';
import { useAppearance } from '@/platform/appearance';
import { useSession } from '@/platform/session';

/** 学时台账: the person's own hours of a year, line by line. */
export default function HoursPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const elder = useAppearance((appearance) => appearance.elder);
  const now = thisYear();
  const before = String(Number(now) - 1);
  const [year, setYear] = useState(now);
  const hours = useMyHours(year);
  return (
    <Page title="学时台账" storedAt={hours.at}>
      {!loggedIn && <LoginFirst what="学时" />}
      {loggedIn && !elder && <Choice label="哪一年" value={year} onChange={setYear} options={[{ value: now, name: `${now}年` }, { value: before, name: `${before}年` }]} />}
      <Loaded stored={hours} what="学时">
        {(value) => <Statement hours={value} />}
      </Loaded>
    </Page>
  );
}
