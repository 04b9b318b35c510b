import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { open } from '@/platform/navigation';
import { paperPage, usePaperDuties } from './paper-box';

/** The way to the ballots on paper, for the leader of a group, while there is something to do with them. */
export function PaperDuties() {
  const duties = usePaperDuties();
  if (duties.length === 0) return null;
  return (
    <Card rows>
      {duties.map(({ circle, month, note }) => (
        <Row key={circle.id} icon="file-text" title={`${monthInChinese(month)}互评的纸质票`} note={note} onTap={() => open(paperPage, { id: circle.id, month })} />
      ))}
    </Card>
  );
}
