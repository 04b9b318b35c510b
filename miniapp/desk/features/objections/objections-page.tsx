import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useReach } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { refreshWaiting } from '../overview/waiting.ts';
import { LogDialog } from './log-dialog.tsx';
import { ObjectionItem } from './objection-item.tsx';
import { ObjectionTabs } from './objection-tabs.tsx';

const pageSize = 20;

/** Objections to published results: three people answer each, none of them whoever recorded it. The oldest that waits comes first. */
export function ObjectionsPage({ show = 'waiting' }: { show?: 'waiting' | 'settled' }) {
  const [page, setPage] = useState(1);
  const [logging, setLogging] = useState(false);
  const logs = useReach('objections.log') === 'town';
  const loaded = useLoaded(`${show} ${page}`, () => call('listObjections', { query: { show, page, pageSize } }));
  useReloadOnJump(loaded);
  const reload = (): void => {
    void loaded.reload();
    void refreshWaiting();
  };
  return (
    <Page title="异议更正" aside="三位同志答复，答复以前只冻结这一个人的结果" actions={logs ? <Button icon="penLine" onClick={() => setLogging(true)}>代记异议</Button> : null}>
      <ObjectionTabs now={show === 'waiting' ? '/objections' : '/objections/settled'} />
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={show === 'waiting' ? '没有等答复的异议' : '还没有答复过的异议'}>公示期间，谁都可以在手机上、写纸条或当面提</Empty>
          ) : (
            <>
              <Pad narrow>
                <ul>{items.map((objection) => <ObjectionItem key={objection.id} objection={objection} onDone={reload} />)}</ul>
              </Pad>
              <Pager page={page} pageSize={pageSize} total={total} unit="条" onPage={setPage} />
            </>
          )
        }
      </Ready>
      {logging ? <LogDialog onClose={() => setLogging(false)} onDone={() => { setLogging(false); reload(); }} /> : null}
    </Page>
  );
}
