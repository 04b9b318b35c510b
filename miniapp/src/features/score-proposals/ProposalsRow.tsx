import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { open } from '@/platform/navigation';
import { may, useSession } from '@/platform/session';
import { proposalsPage } from './score-proposals';

/** 小组: the way for leaders to propose points for their people. */
export function ProposalsRow() {
  const proposes = useSession(({ caller }) => may(caller, 'score-proposals.write'));
  if (!proposes) return null;
  return (
    <Card rows>
      <Row icon="pen-line" title="提议加分扣分" note="由委员会定，结果在这里看" onTap={() => open(proposalsPage)} />
    </Card>
  );
}
