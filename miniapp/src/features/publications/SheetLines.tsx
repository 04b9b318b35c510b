import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Row } from '@/components/Row';
import { More } from '../me/More';
import { gradeText, type SheetLine, useSheetLines } from './publications';

/** Names and grades of one group as they were put up; never in an order of merit. */
export function SheetLines({ kind, period, place }: { kind: PublicationKind; period: string; place: number }) {
  const { first, items, more, act } = useSheetLines({ kind, period }, place);
  return (
    <>
      <Loaded stored={first} what="名单">
        {() =>
          items.length === 0 ? (
            <EmptyState icon="users" title="这一组名单上没有人" />
          ) : (
            <Card rows>
              {items.map((line) => (
                <Row key={line.id} title={line.name} note={correction(kind, line)} end={gradeText(kind, line.grade)} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More more={more} act={act} words="看后面的人" />
    </>
  );
}

function correction(kind: PublicationKind, { corrected }: SheetLine): string | undefined {
  return corrected ? `${dateInChinese(corrected.on)}更正为${gradeText(kind, corrected.grade)}` : undefined;
}
