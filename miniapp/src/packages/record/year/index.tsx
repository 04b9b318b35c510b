import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { thisYear } from '@/features/hours/hours';
import { useMyYear } from '@/features/year/year';
import { YearView } from '@/features/year/YearView';
import { useAppearance } from '@/platform/appearance';
import { useSession } from '@/platform/session';

/** 我的一年: the twelve months, the hours, and what the year's score is made of. */
export default function YearPage() {
  const { year: asked } = useRouter().params as { year?: string };
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const elder = useAppearance((appearance) => appearance.elder);
  const now = thisYear();
  const before = String(Number(now) - 1);
  const [year, setYear] = useState(asked === before ? before : now);
  const own = useMyYear(year);
  return (
    <Page title="我的一年" storedAt={own.at}>
      {!loggedIn && <LoginFirst what="我的一年" />}
      {loggedIn && <Choice label="哪一年" value={year} onChange={setYear} options={[{ value: now, name: `${now}年` }, { value: before, name: `${before}年` }]} />}
      <Loaded stored={own} what="这一年">
        {(value) => <YearView key={year} year={value} elder={elder} />}
      </Loaded>
    </Page>
  );
}
