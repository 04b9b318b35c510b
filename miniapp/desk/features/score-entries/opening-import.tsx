import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DropZone } from '../../components/drop-zone.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { fetchBytes, upload } from '../../platform/request.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './score-entries.module.css';
import { openingText } from './score-entry-words.ts';

type Sheet = Answer<'checkOpeningSheet'>;

interface Props {
  year: string;
  onClose: () => void;
  onDone: (said: string) => void;
}

/** The file is read and shown first; confirmed it is sent once more, so that nothing of it is kept in between. */
export function OpeningImport({ year, onClose, onDone }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const act = useAct();
  const look = async (picked: File): Promise<void> => {
    setProgress(0);
    await act.run(async () => setSheet(await upload('checkOpeningSheet', picked, setProgress, { year })));
    setProgress(null);
    setFile(picked);
  };
  const write = async (): Promise<void> => {
    if (!file || !sheet) return;
    const done = await act.run(async () => {
      const { added, changed } = await upload('createOpeningImport', file, () => undefined, { year, digest: sheet.digest });
      onDone(`写入了${added + changed}个数`);
    });
    if (!done) await upload('checkOpeningSheet', file, () => undefined, { year }).then(setSheet, () => setSheet(null));
  };
  const count = sheet ? sheet.added + sheet.changed : 0;
  const actions = (
    <>
      <Template year={year} />
      {sheet ? <Button onClick={() => setSheet(null)}>换一个文件</Button> : null}
      {sheet ? <Button kind="primary" busy={act.busy} disabled={count === 0} onClick={() => void write()}>{sheet.faultCount > 0 ? '先' : ''}写入{count}个数</Button> : null}
    </>
  );
  return (
    <Dialog size="wide" title={`导入期初数，${year}年`} onClose={onClose} actions={actions}>
      {sheet ? (
        <Read sheet={sheet} />
      ) : (
        <DropZone label="选一个Excel文件" accept=".xlsx" progress={progress} onFile={(picked) => void look(picked)}>
          列的顺序不限：要有姓名、依据，还有月份（如“3月”）或“学时”。没有评的月份写“未评”。先读一遍给你看，确认了才写入
        </DropZone>
      )}
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}

function Template({ year }: { year: string }) {
  const act = useAct();
  const download = (): Promise<boolean> => act.run(async () => saveFile(await fetchBytes('getOpeningTemplate', { query: { year } }), `${year}年期初数.xlsx`));
  return (
    <>
      {act.failure ? <span className="amber note-size" role="alert">{act.failure.message}</span> : null}
      <Button icon="download" busy={act.busy} onClick={() => void download()}>下载模板</Button>
    </>
  );
}

function Read({ sheet }: { sheet: Sheet }) {
  const { added, changed, unchanged, people, faultCount, faults, rows, columns } = sheet;
  const unused = columns.filter(({ meaning }) => meaning === null).map(({ heading }) => heading);
  return (
    <div className="stack">
      <Note tone={faultCount > 0 ? 'amber' : 'blue'} role="status">
        {people}人可以写入：新增{added}个数，换掉{changed}个，{unchanged}个已经有了不动。{faultCount > 0 ? `另有${faultCount}处要改，改好再传一次，不会重复。` : ''}
      </Note>
      {unused.length > 0 ? <p className="note-size minor">没有用到的列：{unused.join('、')}</p> : null}
      {faults.length > 0 ? (
        <ul className={css.faults} aria-label="要改的">
          {faults.map(({ row, column, message }) => <li key={`${row} ${column} ${message}`}><span className="minor nowrap">第{row}行 {column}</span><span>{message}</span></li>)}
          {faultCount > faults.length ? <li className="minor">还有{faultCount - faults.length}处没有列出</li> : null}
        </ul>
      ) : null}
      <ul className={css.rows} aria-label="可以写入的">
        {rows.map(({ row, name, figures }) => (
          <li key={row}>
            <b className="medium nowrap">{name}</b>
            <span className={css.figures}>{figures.map((figure) => <span key={figure.period} className={figure.outcome === 'unchanged' ? 'faint' : ''}>{periodInChinese(figure.period)} {openingText(figure)}{figure.outcome === 'changed' ? '（换掉原来的）' : ''}</span>)}</span>
          </li>
        ))}
        {people > rows.length ? <li className="minor">还有{people - rows.length}人没有列出，一样会写入</li> : null}
      </ul>
    </div>
  );
}
