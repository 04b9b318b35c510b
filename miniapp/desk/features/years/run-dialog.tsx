import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { type Board, short } from './year-board.ts';

/** What study weighs in the town's own sheet is the one figure that no record holds. */
export function RunDialog({ board, onClose, onDone }: { board: Board; onClose: () => void; onDone: () => void }) {
  const [W, setW] = useState(short(board.W));
  const act = useAct();
  const year = String(board.year);
  const run = async (): Promise<void> => {
    if (await act.run(() => call('runAssessmentYear', { params: { year }, body: { after: board.run, W: W.trim() } }))) onDone();
  };
  const actions = (
    <>
      <Button data-begin onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={W.trim() === ''}>汇总</Button>
    </>
  );
  return (
    <Dialog title={board.run > 0 ? `重新汇总${year}年` : `汇总${year}年`} onClose={onClose} actions={actions} onSubmit={() => void run()}>
      <p className="minor">按已锁定的各月、学时和结果评价，给12月31日在册的每个人算一次。公示以前可以重新汇总{board.run > 0 ? '，并列的要重新议定' : ''}。</p>
      <TextField label="学习在全镇绩效里占几分" inputMode="decimal" value={W} error={blameOn(act.failure, 'body.W') ?? blameOn(act.failure, 'W')} onChange={(event) => setW(event.target.value)} />
      <FailureNote failure={act.failure} placed={['W', 'body.W']} />
    </Dialog>
  );
}
