import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { BallotCard } from '@/features/ballots/BallotCard';
import { HoursCard } from '@/features/hours/HoursCard';
import { Account } from '@/features/me/Account';
import { OwnRecord } from '@/features/me/OwnRecord';
import { ScoreCard } from '@/features/me/ScoreCard';
import { Self } from '@/features/me/Self';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 我的: one's own record, how the app looks, and the login. */
export default function MePage() {
  const caller = useSession((session) => session.caller);
  return (
    <Page tab="me" title="我的">
      {caller ? <Self caller={caller} /> : <Guest />}
      {caller?.member && (
        <>
          <BallotCard key={`${caller.member.id}/ballot`} />
          <HoursCard key={`${caller.member.id}/hours`} />
          <ScoreCard key={caller.member.id} />
          <OwnRecord key={`${caller.member.id}/record`} caller={caller} />
        </>
      )}
      {caller?.operator && <Words as="minor">建镇、看各镇的情况，请用电脑端。</Words>}
      <Account caller={caller} />
    </Page>
  );
}

function Guest() {
  return (
    <Card>
      <Words as="title">看每周的主题，不用登录</Words>
      <Words as="minor">打卡和得分要记在你的名下，登录以后才有。没有手机，请组长记在纸上，一样算数。</Words>
      <Button onTap={() => open('packages/account/login/index')}>登录</Button>
    </Card>
  );
}
