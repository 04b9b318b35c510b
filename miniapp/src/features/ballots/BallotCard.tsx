import { dateInChinese, monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { open } from '@/platform/navigation';
import { ballotPage, isWaiting, useMyBallot } from './ballots';

/** While the vote is on and one has not voted: the way to it, without urging. */
export function BallotCard() {
  const { value } = useMyBallot();
  if (!value || !isWaiting(value)) return null;
  return (
    <Card rows>
      <Row title={`${monthInChinese(value.month)}互评`} note={`不记名，${dateInChinese(value.voteUntil)}为止，纸质的也一样算`} onTap={() => open(ballotPage)} />
    </Card>
  );
}
