import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { dayOf, timeOf } from '@/components/dates';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useOutbox } from '@/platform/outbox';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { useStored } from '@/platform/stored';

type CheckIn = Answer<'listMyCheckIns'>['items'][number];

/** What this member left for each Monday, with both times, and what became of it. */
export default function CheckInsPage() {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  const stored = useStored(member ? 'my-check-ins' : null, () => call('listMyCheckIns', { query: { pageSize: 60 } }));
  const waiting = useOutbox(({ items }) => items.length);
  return (
    <Page title="我的打卡" storedAt={stored.at}>
      {waiting > 0 && <NoteBar tone="amber">{waiting}条存在本机，联网后自动上传</NoteBar>}
      <Loaded stored={stored} what="打卡记录">
        {({ items }) => (items.length > 0 ? items.map((checkIn) => <Line key={checkIn.id} checkIn={checkIn} />) : <EmptyState icon="pen-line" title="还没有打过卡" />)}
      </Loaded>
    </Page>
  );
}

function Line({ checkIn }: { checkIn: CheckIn }) {
  const { monday, kind, text, capturedAt, enteredBy } = checkIn;
  return (
    <Card>
      <Words as="title">{dateInChinese(monday)}那一周</Words>
      <Words>{text || (kind === 'voice' ? '说了一段' : '交了纸条')}</Words>
      <Words as="note">
        {dayOf(capturedAt)} {timeOf(capturedAt)}
        {kind === 'paper' && enteredBy ? `，${enteredBy.name}替你记的` : ''}，{stateOf(checkIn)}
      </Words>
    </Card>
  );
}

function stateOf({ state, decision }: CheckIn): string {
  if (state === 'counts') return '有效';
  if (state === 'late') return '交晚了，等组长看';
  return `没算上：${decision?.reason ?? '可以问问组长'}`;
}
