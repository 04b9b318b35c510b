import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { accountBody, blankAccount } from './account-draft.ts';
import { AccountFields, accountPlaces } from './account-fields.tsx';

/** The host connects the official account of a town that leaves it to them. What is set already they do not see. */
export function TownAccount({ town, onClose }: { town: { id: string; name: string }; onClose: () => void }) {
  const [draft, setDraft] = useState(blankAccount);
  const save = useAct();
  const run = async (): Promise<void> => {
    if (!(await save.run(() => call('setTownOfficialAccount', { params: { id: town.id }, body: accountBody(draft) })))) return;
    say(`${town.name}的公众号连好了`);
    onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={save.busy}>连上公众号</Button>
    </>
  );
  return (
    <Dialog title={`${town.name}的公众号`} onClose={onClose} actions={actions} unsaved={draft !== blankAccount} onSubmit={() => void run()}>
      <p className="minor">镇里的管理员也能自己连。这里填的会换掉镇里现在的，两边的操作记录都会写上。</p>
      <FailureNote failure={save.failure} placed={accountPlaces} />
      <AccountFields draft={draft} known={false} failure={save.failure} onChange={(part) => setDraft({ ...draft, ...part })} />
    </Dialog>
  );
}
