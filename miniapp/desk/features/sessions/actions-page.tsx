import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { ActionLine } from './action-line.tsx';
import { SessionTabs } from './session-tabs.tsx';

const pageSize = 30;

/** What close-outs asked people to do: by day, what is late first. */
export function ActionsPage() {
  const [groupId, setGroupId] = useState('');
  const [done, setDone] = useState(false);
  const [page, setPage] = useState(1);
  const loaded = useLoaded(JSON.stringify([groupId, done, page]), () => call('listSessionActions', { query: { page, pageSize, groupId: groupId || undefined, done: String(done) } }));
  return (
    <Page title="学习活动" aside="收尾时定的下一步，下一场会再提起">
      <SessionTabs now="/session-actions" />
      <FilterBar>
        <GroupSelect permission="session-actions.own" value={groupId} onPick={(next) => { setGroupId(next); setPage(1); }} />
        <BarSelect label="办了没有" value={done ? 'done' : ''} choices={[{ value: '', label: '还没办的' }, { value: 'done', label: '办好的' }]} onChange={(event) => { setDone(event.target.value === 'done'); setPage(1); }} />
      </FilterBar>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={done ? '还没有办好的' : '没有等着办的事'} />
          ) : (
            <>
              <Pad narrow>
                <ul>
                  {items.map((action) => (
                    <ActionLine key={action.id} action={action} onDone={() => void loaded.reload()} />
                  ))}
                </ul>
              </Pad>
              <Pager page={page} pageSize={pageSize} total={total} unit="件" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}
