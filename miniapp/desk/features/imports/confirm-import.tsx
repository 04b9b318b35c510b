import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { today } from '../../platform/clock.ts';
import css from './imports.module.css';
import type { RosterImport } from './import-words.ts';
import type { ImportDesk } from './use-import-desk.ts';

/** The last look before it is written. */
export function ConfirmImport({ roster, desk, onClose }: { roster: RosterImport; desk: ImportDesk; onClose: () => void }) {
  const [since, setSince] = useState(today());
  const { added, changed, unchanged, invalid, valid, missingCount } = roster;
  const run = async (): Promise<void> => {
    if (await desk.confirm(since || null)) onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>再看看</Button>
      <Button kind="primary" type="submit" busy={desk.act.busy}>导入{valid}行</Button>
    </>
  );
  return (
    <Dialog title="导入前再看一眼" onClose={onClose} actions={actions} onSubmit={() => void run()}>
      <ul className={css.summary}>
        <li><b>{added}</b>人新加进来</li>
        <li><b>{changed}</b>人的资料会变</li>
        <li><b>{unchanged}</b>人和在册的一样，不动</li>
        {invalid > 0 ? <li className="amber"><b>{invalid}</b>行还没改好，这次不导</li> : null}
      </ul>
      <TextField label="从哪天起在组里" type="date" max={today()} value={since} hint="新加的人和转组的人从这天算" onChange={(event) => setSince(event.target.value)} />
      {missingCount > 0 ? <Note tone="blue">在册的{missingCount}人这份表里没有，不会动他们。</Note> : null}
      <p className="minor">职务只记下来，不会给谁权限。七天内可以整批撤回。</p>
      <FailureNote failure={desk.act.failure} />
    </Dialog>
  );
}
