import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { leaveAnyway, stay, unsavedWords, usePlace } from '../../platform/router.ts';

/** Stands between the person and the loss of what they have not saved. */
export function LeaveGuard() {
  const { wanted } = usePlace();
  if (!wanted) return null;
  const actions = (
    <>
      <Button onClick={leaveAnyway}>不保存，离开</Button>
      <Button kind="primary" data-begin onClick={stay}>留在这里</Button>
    </>
  );
  return (
    <Dialog title="还没保存" onClose={stay} actions={actions}>
      <p>{unsavedWords() ?? '这一页有改动没保存'}。离开就没有了。</p>
    </Dialog>
  );
}
