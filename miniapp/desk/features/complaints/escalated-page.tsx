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
import { ComplaintItem } from './complaint-item.tsx';
import type { Escalated } from './complaint-words.ts';

const pageSize = 20;
const tabs = [{ key: 'open' as const, label: '等答复' }, { key: 'answered' as const, label: '答复过的' }];

/** For the district: what a town has not answered in time, and what is about a town itself. Nobody's name comes here. */
export function EscalatedPage() {
  const [state, setState] = useState<ComplaintState>('open');
  const [page, setPage] = useState(1);
  const loaded = useLoaded(`${state} ${page}`, () => call('listEscalatedComplaints', { query: { state, page, pageSize } }));
  return (
    <Page title="投诉建议" aside="镇里10个工作日没答复的，和说镇里做法的">
      <TabBar>
        <Tabs label="哪些投诉建议" tabs={tabs} now={state} onPick={(next) => { setState(next); setPage(1); }} />
      </TabBar>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={state === 'open' ? '没有转上来的' : '还没有答复过的'} />
          ) : (
            <>
              <Pad narrow>
                <ul>{items.map((complaint) => <ComplaintItem key={complaint.id} complaint={complaint} head={headOf(complaint)} due={whyOf(complaint)} late={complaint.why === 'waited'} answer={complaint.answer ? `${dateWithYear(complaint.answer.on)}答复：${complaint.answer.text}` : null} onAnswer={(text) => call('answerEscalatedComplaint', { params: { id: complaint.id }, body: { text } })} onDone={() => void loaded.reload()} />)}</ul>
              </Pad>
              <Pager page={page} pageSize={pageSize} total={total} unit="条" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}

function headOf({ about, town, receivedOn }: Escalated): string {
  return `${town.name}，${complaintAboutNames[about]}，${dateWithYear(receivedOn)}收到`;
}

function whyOf({ why, since }: Escalated): string {
  return why === 'about_town' ? '说的是镇里的做法，直接到区里' : `镇里没有按时答复，${dateWithYear(since)}转来`;
}
