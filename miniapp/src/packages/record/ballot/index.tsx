import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { BallotGrades } from '@weidangxiao/shared/rules/ballot.ts';
import { useCallback, useState } from 'react';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { Ballot, BallotFoot, NoBallot } from '@/features/ballots/Ballot';
import { isWaiting, useMyBallot } from '@/features/ballots/ballots';
import { RestSheet, SummarySheet } from '@/features/ballots/BallotSheets';
import { tapLightly } from '@/platform/haptics';
import { useSession } from '@/platform/session';

/** 互评: everybody rates the others of the group, secretly, once a month. */
export default function BallotPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const stored = useMyBallot();
  const { given, setGiven, onRate } = useGiven();
  const [sheet, setSheet] = useState<'rest' | 'summary' | null>(null);
  const { value } = stored;
  const waiting = value !== null && isWaiting(value);
  const unrated = waiting ? value.ratees.filter(({ memberId }) => !given[memberId]) : [];
  const close = () => setSheet(null);
  const rateRest = (grade: Grade) => {
    setGiven((before) => ({ ...Object.fromEntries(unrated.map(({ memberId }) => [memberId, grade])), ...before }));
    close();
  };
  const afterCast = () => {
    close();
    setGiven({});
    stored.reload();
  };
  return (
    <Page
      title="互评"
      storedAt={stored.at}
      foot={waiting ? <BallotFoot left={unrated.length} onRest={() => setSheet('rest')} onReview={() => setSheet('summary')} /> : undefined}
      over={
        <>
          {sheet === 'rest' && waiting && <RestSheet count={unrated.length} onRate={rateRest} onClose={close} />}
          {sheet === 'summary' && waiting && <SummarySheet ballot={value} given={given} onCast={afterCast} onClose={close} />}
        </>
      }
    >
      {!loggedIn && <LoginFirst what="互评" />}
      <Loaded stored={stored} what="互评名单">
        {(ballot) => (isWaiting(ballot) ? <Ballot ballot={ballot} given={given} onRate={onRate} /> : <NoBallot ballot={ballot} />)}
      </Loaded>
    </Page>
  );
}

/** What is rated so far: in memory alone, gone with the page. */
function useGiven() {
  const [given, setGiven] = useState<BallotGrades>({});
  const onRate = useCallback((memberId: string, grade: Grade) => {
    tapLightly();
    setGiven((before) => ({ ...before, [memberId]: grade }));
  }, []);
  return { given, setGiven, onRate };
}
