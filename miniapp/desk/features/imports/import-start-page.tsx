import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DropZone } from '../../components/drop-zone.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { Empty, FailureNote } from '../../components/states.tsx';
import { fetchBytes, upload } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { RosterTabs } from '../members/roster-tabs.tsx';
import { RecentImports } from './recent-imports.tsx';

/** Takes the roster as the town has it. Nothing is written before it is confirmed. */
export function ImportStartPage() {
  const [progress, setProgress] = useState<number | null>(null);
  const read = useAct();
  const template = useAct();
  const take = async (file: File): Promise<void> => {
    let id = '';
    setProgress(0);
    const done = await read.run(async () => {
      ({ id } = await upload('createRosterImport', file, setProgress));
    });
    setProgress(null);
    if (done) go(`/imports/${id}`);
  };
  const download = (): Promise<boolean> => template.run(async () => saveFile(await fetchBytes('getRosterTemplate', {}), '花名册模板.xlsx'));
  if (!useMay('roster-imports.write')) return <Empty title="导入由镇管理员在电脑上做">屏幕太窄也不能导入，拉宽一些再试。</Empty>;
  const button = <Button icon="download" busy={template.busy} onClick={() => void download()}>下载模板</Button>;
  return (
    <Page title="花名册" actions={button}>
      <RosterTabs now="/imports" />
      <Pad narrow>
        <div className="stack">
          <DropZone label="选一个Excel文件" accept=".xlsx" progress={progress} onFile={(file) => void take(file)}>
            镇里现成的花名册就行，列的顺序和叫法不限，要有姓名和小组。只收.xlsx，最大10MB
          </DropZone>
          <FailureNote failure={read.failure ?? template.failure} />
          <ul className="minor">
            <li>先读一遍给你看，确认了才写进花名册。</li>
            <li>再导一次不会重复，认得出已经在册的人。</li>
            <li>表里没有的人只列出来，不会自己删。</li>
          </ul>
          <RecentImports />
        </div>
      </Pad>
    </Page>
  );
}
