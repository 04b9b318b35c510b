import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { Choice } from '@/components/Choice';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { CallTown } from '@/features/account/CallTown';
import { LoginFirst } from '@/features/account/LoginFirst';
import { thisYear } from '@/features/hours/hours';
import { ObjectFoot } from '@/features/objections/ObjectFoot';
import { RemindMe } from '@/features/reminders/RemindMe';
import { useMyYear } from '@/features/year/year';
import { useYearObjecting, useYearSheet, YearHead } from '@/features/year/YearOnShow';
import { YearView } from '@/features/year/YearView';
import { useAppearance } from '@/platform/appearance';
import { useSession } from '@/platform/session';

/** 我的一年: the twelve months, the hours, and what the year's score is made of; while it is on show, objections to it. */
export default function YearPage() {
  const { year: asked } = useRouter().params as { year?: string };
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const elder = useAppearance((appearance) => appearance.elder);
  const now = thisYear();
  const before = String(Number(now) - 1);
  const [year, setYear] = useState(asked === before ? before : now);
  const own = useMyYear(year);
  const sheet = useYearSheet(own.value);
  const [over, setOver] = useState<ReactNode>(null);
  const { object, own: objections } = useYearObjecting(own.value, setOver);
  return (
    <Page title="我的一年" storedAt={own.at} foot={object ? <ObjectFoot onObject={() => object(null)} /> : undefined} over={over}>
      {!loggedIn && <LoginFirst what="我的一年" />}
      {loggedIn && <Choice label="哪一年" value={year} onChange={setYear} options={[{ value: now, name: `${now}年` }, { value: before, name: `${before}年` }]} />}
      <Loaded stored={own} what="这一年">
        {(value) => (
          <>
            <YearHead year={value} sheet={sheet} elder={elder} />
            <YearView key={year} year={value} elder={elder} />
          </>
        )}
      </Loaded>
      {objections}
      {object && !elder && <RemindMe kinds={['objection_answered']} words="有答复时提醒我" done="异议有了答复，微信里提醒你。" />}
      {(own.value?.final || own.failure) && <CallTown />}
    </Page>
  );
}
