import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { go } from '../../platform/router.ts';
import { useReach } from '../../platform/session.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { RunDialog } from './run-dialog.tsx';
import type { Board } from './year-board.ts';

/** The stage's own act; what else may be done stands beside it without red. */
export function YearActs({ board, onDone }: { board: Board; onDone: () => void }) {
  const [open, setOpen] = useState<'run' | 'publish' | null>(null);
  const writes = useReach('annual-scores.write') === 'town';
  const { stage } = board;
  const done = (): void => {
    setOpen(null);
    onDone();
  };
  if (board.published) return <Button kind="primary" icon="printer" onClick={() => go(`/paperwork?form=year-published&month=${board.year}-12`)}>打印公示表</Button>;
  if (!writes) return null;
  return (
    <>
      {stage === 'deciding' || stage === 'committee' ? <Button onClick={() => setOpen('run')}>重新汇总</Button> : null}
      {stage === 'due' ? <Button kind="primary" onClick={() => setOpen('run')}>汇总</Button> : null}
      {stage === 'committee' ? <Button kind="primary" disabled={board.untalked.length > 0} onClick={() => setOpen('publish')}>公示</Button> : null}
      {open === 'run' ? <RunDialog board={board} onClose={() => setOpen(null)} onDone={done} /> : null}
      {open === 'publish' ? <PublishDialog year={String(board.year)} onClose={() => setOpen(null)} onDone={done} /> : null}
    </>
  );
}
