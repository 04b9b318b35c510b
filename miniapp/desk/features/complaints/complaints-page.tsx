import { complaintAboutNames, type ComplaintState } from '@weidangxiao/shared/rules/complaint.ts';
import { useState } from 'react';
import { TabBar } from '../../components/bars.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useWaitingStore } from '../overview/waiting.ts';
import { ComplaintItem } from './complaint-item.tsx';
import type { Complaint } from './complaint-words.ts';

const pageSize = 20;

/** What people complain about and propose; the oldest that waits comes first. One about the town itself is not here. */
export function ComplaintsPage() {
  const [state, setState] = useState<ComplaintState>('open');
  const [page, setPage] = useState(1);
  const waiting = useWaitingStore(({ complaints }) => complaints);
  const loaded = useLoaded(`${state} ${page}`, () => call('listComplaints', { query: { state, page, pageSize } }));
  const tabs = [{ key: 'open' as const, label: '等答复', ...(waiting > 0 ? { count: waiting } : {}) }, { key: 'answered' as const, label: '答复过的' }];
  return (
    <Page title="投诉建议" aside="10个工作日没答复，就转到区里">
      <TabBar>
        <Tabs label="哪些投诉建议" tabs={tabs} now={state} onPick={(next) => { setState(next); setPage(1); }} />
      </TabBar>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={state === 'open' ? '没有等着答复的' : '还没有答复过的'}>说镇里做法的，直接到区里，不在这里</Empty>
          ) : (
            <>
              <Pad narrow>
                <ul>{items.map((complaint) => <ComplaintItem key={complaint.id} complaint={complaint} head={headOf(complaint)} due={dueOf(complaint)} late={complaint.atDistrict} answer={answerOf(complaint)} onAnswer={(text) => call('answerComplaint', { params: { id: complaint.id }, body: { text } })} onDone={() => void loaded.reload()} />)}</ul>
              </Pad>
              <Pager page={page} pageSize={pageSize} total={total} unit="条" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}

function headOf({ about, writer, anonymous, receivedOn }: Complaint): string {
  return `${complaintAboutNames[about]}，${anonymous ? '没有署名' : (writer?.name ?? '')}，${dateWithYear(receivedOn)}收到`;
}

function dueOf({ toDistrictOn, atDistrict }: Complaint): string {
  return atDistrict ? '已经转到区里，镇里也还能答复' : `${dateWithYear(toDistrictOn)}还没答复就转到区里`;
}

function answerOf({ answer }: Complaint): string | null {
  return answer ? `${answer.from === 'district' ? '区里' : (answer.by?.name ?? '镇里')}${dateWithYear(answer.on)}答复：${answer.text}` : null;
}
