import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { rubricChanges } from '@weidangxiao/shared/rules/assessment/rubric-changes.ts';
import { monthOf, monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Chip, type Tone } from '../../components/chip.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { changeWords } from './rubric-rows.ts';
import css from './rubrics.module.css';

type Version = Answer<'listRubricVersions'>['items'][number];

const stateNames: Readonly<Record<Version['state'], string>> = { past: '以前的', current: '正在用', coming: '还没到', withdrawn: '撤回了' };
const stateTones: Readonly<Record<Version['state'], Tone>> = { past: 'plain', current: 'green', coming: 'blue', withdrawn: 'line' };

/** Every version, the newest first, with what it changed of the one before it. */
export function VersionList({ writes, onChanged }: { writes: boolean; onChanged: () => void }) {
  const loaded = useLoaded('versions', () => call('listRubricVersions', { query: { pageSize: 100 } }));
  const [leaving, setLeaving] = useState<Version | null>(null);
  const changed = (): void => {
    setLeaving(null);
    void loaded.reload();
    onChanged();
  };
  return (
    <aside className={css.side} aria-label="各版">
      <h2 className="section-title">各版</h2>
      <Ready of={loaded}>
        {({ items }) => (
          <ul className={css.versions}>
            {[...items].reverse().map((version) => <Item key={version.version} version={version} before={beforeOf(version, items)} onWithdraw={writes && version.state === 'coming' ? () => setLeaving(version) : null} />)}
          </ul>
        )}
      </Ready>
      {leaving ? <Withdraw version={leaving} onClose={() => setLeaving(null)} onDone={changed} /> : null}
    </aside>
  );
}

/** The one that held, or would hold, until this one began. */
function beforeOf({ effectiveFrom, id }: Version, all: readonly Version[]): Version | null {
  return all.findLast((other) => other.state !== 'withdrawn' && other.id !== id && other.effectiveFrom < effectiveFrom) ?? null;
}

function Item({ version: { version, state, effectiveFrom, reason, created, withdrawn, rubric }, before, onWithdraw }: { version: Version; before: Version | null; onWithdraw: (() => void) | null }) {
  const changes = before ? rubricChanges(before.rubric, rubric) : [];
  return (
    <li>
      <p className="row">
        <b className="medium">{version}版</b>
        <Chip tone={stateTones[state]}>{stateNames[state]}</Chip>
        <span className="grow" />
        {onWithdraw ? <Button kind="text" small onClick={onWithdraw}>撤回</Button> : null}
      </p>
      <p className="note-size minor">{monthWithYear(monthOf(effectiveFrom))}起{created ? `，${created.by.name}${whenInChinese(created.at)}定` : '，本来就有的'}</p>
      {reason ? <p className="note-size">{reason}</p> : null}
      <ul className={css.changes}>{changes.map((change) => <li key={change.field}>{changeWords(change)}</li>)}</ul>
      {withdrawn ? <p className="note-size minor">{withdrawn.by.name}{whenInChinese(withdrawn.at)}撤回：{withdrawn.reason}</p> : null}
    </li>
  );
}

function Withdraw({ version: { id, version }, onClose, onDone }: { version: Version; onClose: () => void; onDone: () => void }) {
  const act = useAct();
  const run = async (reason: string): Promise<void> => {
    if (!(await act.run(() => call('withdrawRubricVersion', { params: { id: id ?? '' }, body: { reason } })))) return;
    say(`${version}版撤回了`);
    onDone();
  };
  return <ReasonDialog title={`撤回${version}版`} text="还没起用，撤回后接着用前一版。撤回的留在这里，大家看得到。" label="为什么撤回" yes="撤回" max={200} busy={act.busy} failure={act.failure} onClose={onClose} onDone={(reason) => void run(reason)} />;
}
