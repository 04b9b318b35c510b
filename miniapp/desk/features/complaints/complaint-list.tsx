import type { ComplaintState } from '@weidangxiao/shared/rules/complaint.ts';
import { type ReactNode, useState } from 'react';
import { TabBar } from '../../components/bars.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Ready } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useLoaded } from '../../platform/use-loaded.ts';

const pageSize = 20;

interface Props<Item> {
  aside: string;
  /** How many wait, beside the tab. */
  waiting: number;
  empty: Record<ComplaintState, ReactNode>;
  load: (query: { state: ComplaintState; page: number; pageSize: number }) => Promise<{ items: Item[]; total: number }>;
  item: (item: Item, reload: () => void) => ReactNode;
}

/** Those that wait and those that were answered, whoever reads them. */
export function ComplaintList<Item>({ aside, waiting, empty, load, item }: Props<Item>) {
  const [state, setState] = useState<ComplaintState>('open');
  const [page, setPage] = useState(1);
  const loaded = useLoaded(`${state} ${page}`, () => load({ state, page, pageSize }));
  const tabs = [{ key: 'open' as const, label: '等答复', ...(waiting > 0 ? { count: waiting } : {}) }, { key: 'answered' as const, label: '答复过的' }];
  return (
    <Page title="投诉建议" aside={aside}>
      <TabBar>
        <Tabs label="哪些投诉建议" tabs={tabs} now={state} onPick={(next) => { setState(next); setPage(1); }} />
      </TabBar>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            empty[state]
          ) : (
            <>
              <Pad narrow>
                <ul>{items.map((each) => item(each, () => void loaded.reload()))}</ul>
              </Pad>
              <Pager page={page} pageSize={pageSize} total={total} unit="条" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}
