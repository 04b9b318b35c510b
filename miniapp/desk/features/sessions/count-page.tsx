import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Figure, Figures } from '../../components/figure.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { OpeningDialog } from './opening-dialog.tsx';
import { SessionTabs } from './session-tabs.tsx';
import css from './sessions.module.css';

type Count = Answer<'getSessionCount'>;
type GroupCount = Count['groups'][number];

const columns: ColumnDef<GroupCount>[] = [
  { header: '小组', cell: ({ row: { original } }) => <b className="medium">{original.group.name}</b> },
  { header: '用系统以前', cell: ({ row: { original } }) => original.opening, meta: { right: true } },
  { header: '在这里收尾', cell: ({ row: { original } }) => original.closedHere, meta: { right: true } },
  { header: '一共', cell: ({ row: { original } }) => <b className="medium">{original.total}</b>, meta: { right: true, width: 120 } },
];

/** How many sessions since the school was founded: what was before, by its evidence, and what was closed out here. */
export function CountPage() {
  const loaded = useLoaded('count', () => call('getSessionCount', {}));
  const writes = useMay('session-count.write');
  const [setting, setSetting] = useState(false);
  const done = async (): Promise<void> => {
    setSetting(false);
    await loaded.reload();
    say('定好了，依据也记下了');
  };
  const set = writes ? <Button kind="primary" onClick={() => setSetting(true)}>定以前的期数</Button> : null;
  return (
    <Page title="学习活动" aside={loaded.data ? `${dateWithYear(loaded.data.foundedOn)}建校` : ''} actions={set}>
      <SessionTabs now="/session-count" />
      <Ready of={loaded} lines={8}>
        {(count) => <Counted {...count} />}
      </Ready>
      {setting && loaded.data ? <OpeningDialog count={loaded.data} onClose={() => setSetting(false)} onDone={() => void done()} /> : null}
    </Page>
  );
}

function Counted({ town, groups, openings }: Count) {
  return (
    <>
      <Pad>
        <Figures label="全镇">
          <Figure value={town.total} unit="期" note="全镇从建校算起" />
          <Figure value={town.opening} unit="期" note="用系统以前，有依据" />
          <Figure value={town.closedHere} unit="期" note="在这里收尾的" />
        </Figures>
      </Pad>
      <div className={css.whole}>
        <DataTable label="各小组的期数" columns={columns} rows={groups} rowId={({ group }) => group.id} />
      </div>
      <Pad>
        <Section title="以前的期数，依据和改动">
          {openings.length === 0 ? <p className="minor">还没有定过。建校以来纸上记过的活动，可以在这里补一个数，写清依据。</p> : null}
          <ul>
            {openings.map(({ id, group, count, evidence, at, by }) => (
              <li key={id}>
                {group?.name ?? '全镇'}{count}期：{evidence}
                <span className="minor note-size">（{by.name}，{whenInChinese(at)}）</span>
              </li>
            ))}
          </ul>
        </Section>
      </Pad>
    </>
  );
}
