import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { FailureNote, Ready } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { fetchBytes } from '../../platform/request.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useAct } from '../../platform/use-act.ts';
import { ConfirmImport } from './confirm-import.tsx';
import { ImportFigures } from './import-figures.tsx';
import css from './imports.module.css';
import { doubtfulRows, type RosterImport, type Show } from './import-words.ts';
import { ImportedPage } from './imported-page.tsx';
import { RowsTable } from './rows-table.tsx';
import { UnknownGroups } from './unknown-groups.tsx';
import { type ImportDesk, useImportDesk } from './use-import-desk.ts';

/** A roster that was read: its faults first, mended in place, then written with one button. */
export function ImportPage({ id }: { id: string }) {
  const desk = useImportDesk(id);
  return <Ready of={desk.loaded} lines={10}>{(roster) => (roster.state === 'read' ? <ReadImport roster={roster} desk={desk} /> : <ImportedPage roster={roster} desk={desk} />)}</Ready>;
}

function ReadImport({ roster, desk }: { roster: RosterImport; desk: ImportDesk }) {
  const [confirming, setConfirming] = useState(false);
  const sheet = useAct();
  const download = (): Promise<boolean> => sheet.run(async () => saveFile(await fetchBytes('getRosterErrorSheet', { params: { id: roster.id } }), `要改的${roster.invalid}行.xlsx`));
  const actions = (
    <>
      {roster.invalid > 0 ? <Button icon="download" busy={sheet.busy} onClick={() => void download()}>下载要改的{roster.invalid}行</Button> : null}
      <Button kind="primary" disabled={roster.valid === 0 || desk.act.busy} onClick={() => setConfirming(true)}>{roster.invalid > 0 ? '先' : ''}导入{roster.valid}行</Button>
    </>
  );
  return (
    <Page title="导入花名册" aside={roster.fileName} actions={actions}>
      <ImportFigures roster={roster} />
      <UnknownGroups roster={roster} desk={desk} />
      <FailureNote failure={sheet.failure ?? (confirming ? null : desk.act.failure)} />
      <div className={css.tabs}>
        <Tabs label="哪些行" tabs={tabsOf(roster)} now={desk.show} onPick={desk.pick} />
      </div>
      <div className={css.rows}>
        <Ready of={desk.rows}>{({ items }) => <RowsTable key={`${desk.show} ${desk.page}`} rows={items} desk={desk} />}</Ready>
      </div>
      <footer className={css.foot}>
        <span className="minor">导入前会再给你看一次名单。导入后七天内可以整批撤回。</span>
        <Pager page={desk.page} pageSize={desk.pageSize} total={desk.rows.data?.total ?? 0} unit="行" onPage={desk.turn} />
      </footer>
      {confirming ? <ConfirmImport roster={roster} desk={desk} onClose={() => setConfirming(false)} /> : null}
    </Page>
  );
}

function tabsOf(roster: RosterImport): { key: Show; label: string; count: number }[] {
  const { invalid, added, changed, unchanged, valid } = roster;
  return [
    { key: 'refused', label: '要改', count: invalid },
    { key: 'doubt', label: '要看', count: doubtfulRows(roster) },
    { key: 'added', label: '新增', count: added },
    { key: 'changed', label: '变动', count: changed },
    { key: 'unchanged', label: '不变', count: unchanged },
    { key: 'all', label: '全部', count: valid + invalid },
  ];
}
