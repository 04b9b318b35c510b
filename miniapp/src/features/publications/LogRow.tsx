import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { open } from '@/platform/navigation';
import { pages, usePublications } from './publications';

/** For a leader, while something is on show: not everybody objects on a phone. */
export function LogRow() {
  const shown = usePublications().items.filter(({ state }) => state === 'on_show');
  if (shown.length === 0) return null;
  return (
    <Card rows>
      {shown.map(({ id, kind, period, publishedUntil }) => (
        <Row key={id} title={`${periodInChinese(period)}的结果正在公示`} note={`到${dateInChinese(publishedUntil)}。口头说的、写纸条的异议，你可以代记`} end="代记" onTap={() => open(pages.log, { kind, period })} />
      ))}
    </Card>
  );
}
