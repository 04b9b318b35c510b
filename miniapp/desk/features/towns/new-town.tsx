import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { today } from '../../platform/clock.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './towns.module.css';

const blank = { name: '', schoolName: '', code: '', adminName: '', adminPhone: '' };
type Draft = typeof blank & { foundedOn: string };

/** Opens a town with its first admin, then says how that person comes in. */
export function NewTown({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const [opened, setOpened] = useState<Draft | null>(null);
  return opened ? <Opened town={opened} onClose={onClose} /> : <Form onClose={onClose} onMade={(town) => { setOpened(town); onMade(); }} />;
}

function Form({ onClose, onMade }: { onClose: () => void; onMade: (town: Draft) => void }) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...blank, foundedOn: today() }));
  const make = useAct();
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const run = async (): Promise<void> => {
    const { name, schoolName, code, foundedOn, adminName, adminPhone } = draft;
    if (await make.run(() => call('createTown', { body: { name, schoolName, code, foundedOn, admin: { name: adminName, phone: adminPhone.trim() } } }))) onMade(draft);
  };
  const wrong = (field: string): string | null => blameOn(make.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={make.busy}>开这个镇</Button>
    </>
  );
  return (
    <Dialog title="开一个新的镇" onClose={onClose} actions={actions} unsaved={Object.keys(blank).some((key) => draft[key as keyof Draft] !== '')} onSubmit={() => void run()}>
      <FailureNote failure={make.failure} placed={['name', 'schoolName', 'code', 'admin.name', 'admin.phone']} />
      <TextField label="镇名" maxLength={40} value={draft.name} error={wrong('name')} onChange={(event) => set({ name: event.target.value })} />
      <TextField label="微党校的名称" maxLength={40} value={draft.schoolName} error={wrong('schoolName')} onChange={(event) => set({ schoolName: event.target.value })} />
      <TextField label="代号" hint="小写字母、数字和短横，如longfeng，定了不再改" maxLength={32} value={draft.code} error={wrong('code')} onChange={(event) => set({ code: event.target.value })} />
      <TextField label="成立日期" type="date" value={draft.foundedOn} onChange={(event) => set({ foundedOn: event.target.value })} />
      <TextField label="第一位管理员的姓名" maxLength={30} value={draft.adminName} error={wrong('admin.name')} onChange={(event) => set({ adminName: event.target.value })} />
      <TextField label="管理员的手机号" inputMode="numeric" maxLength={13} value={draft.adminPhone} error={wrong('admin.phone')} onChange={(event) => set({ adminPhone: event.target.value })} />
    </Dialog>
  );
}

/** The secret of a one-time link is only ever printed on the server's own terminal, so here is the command. */
function Opened({ town: { name, code, adminName }, onClose }: { town: Draft; onClose: () => void }) {
  return (
    <Dialog title={`${name}开好了`} onClose={onClose} actions={<Button kind="primary" data-begin onClick={onClose}>知道了</Button>}>
      <Note tone="green" role="status">{adminName}用手机号登录小程序，就是这个镇的管理员。</Note>
      <p className="minor">微信还用不了的话，在服务器上运行这一条，会给一条一次性登录链接：</p>
      <code className={css.command}>operator link --town {code}</code>
    </Dialog>
  );
}
