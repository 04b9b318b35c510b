import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { blameOn } from '../../platform/failure.ts';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';

const blank = { name: '', schoolName: '', code: '', adminName: '', adminPhone: '' };

export function NewTown({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const [draft, setDraft] = useState({ ...blank, foundedOn: today() });
  const make = useAct();
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const run = async (): Promise<void> => {
    const { name, schoolName, code, foundedOn, adminName, adminPhone } = draft;
    const made = await make.run(() => call('createTown', { body: { name, schoolName, code, foundedOn, admin: { name: adminName, phone: adminPhone.trim() } } }));
    if (!made) return;
    say(`${name}开好了，${adminName}用手机号登录小程序就是管理员`);
    onMade();
  };
  const wrong = (field: string): string | null => blameOn(make.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" busy={make.busy} onClick={() => void run()}>开这个镇</Button>
    </>
  );
  return (
    <Dialog title="开一个新的镇" onClose={onClose} actions={actions}>
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
