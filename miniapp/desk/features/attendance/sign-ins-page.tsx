import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { attendanceStatusNames, markWayNames } from '@weidangxiao/shared/rules/attendance.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { AttendanceTabs } from './attendance-tabs.tsx';
import { Decide } from './decide.tsx';
import { useDecides } from './use-decides.ts';
import { SessionLink } from './session-link.tsx';

type SignIn = Answer<'listWaitingSignIns'>['items'][number];
const pageSize = 30;

/** Signed in without a network or after the end: both times stand beside each other, and somebody who was there says. */
export function SignInsPage() {
  const [page, setPage] = useState(1);
  const loaded = useLoaded(String(page), () => call('listWaitingSignIns', { query: { page, pageSize } }));
  const decides = useDecides('attendance.write');
  return (
    <Page title="出勤学时" aside="没网时签的，收到晚了，问一问再定">
      <AttendanceTabs now="/sign-ins" />
      <PagedTable of={loaded} label="晚到的签到" columns={columnsFor(decides, () => void loaded.reload())} rowId={({ id }) => id} unit="次" onPage={setPage} empty="没有等着核对的签到" />
    </Page>
  );
}

function columnsFor(decides: (memberId: string) => boolean, onDone: () => void): ColumnDef<SignIn>[] {
  return [
    { header: '谁', cell: ({ row: { original } }) => <b className="medium">{original.member.name}</b> },
    { header: '哪一场', cell: ({ row: { original } }) => <SessionLink session={original.session} />, meta: { wrap: true } },
    { header: '怎么签的', cell: ({ row: { original } }) => markWayNames[original.way] },
    { header: '手机上的时间', cell: ({ row: { original } }) => <span className="minor">{whenInChinese(original.capturedAt)}</span> },
    { header: '收到的时间', cell: ({ row: { original } }) => <span className="minor">{whenInChinese(original.receivedAt)}</span> },
    {
      header: '定成什么',
      cell: ({ row: { original } }) => decides(original.member.memberId) && (
        <Decide name={original.member.name} yes={`算${attendanceStatusNames[original.proposed]}`} no="不算" ask="为什么不算" decide={(accept, reason) => call('decideSignIn', { params: { id: original.id }, body: { accept, reason } })} onDone={onDone} />
      ),
    },
  ];
}
