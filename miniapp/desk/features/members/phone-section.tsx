import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Check, TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay, useReach } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import type { MemberDetail } from './member-words.ts';
import { InlineForm } from './inline-form.tsx';
import { Section } from '../../components/section.tsx';

/** The phone, masked; seeing all of it is written down. */
export function PhoneSection({ member, onChanged }: { member: MemberDetail; onChanged: () => Promise<void> }) {
  const reveals = useReach('members.phone') !== null;
  const writes = useMay('members.write');
  const [whole, setWhole] = useState<string | null>(null);
  const [changing, setChanging] = useState(false);
  const reveal = useAct();
  const show = (): Promise<boolean> => reveal.run(async () => setWhole((await call('revealPhone', { params: { id: member.id } })).phone));
  const acts = (
    <>
      {reveals && member.phoneMasked && whole === null ? <Button small busy={reveal.busy} onClick={() => void show()}>看完整号码</Button> : null}
      {writes && member.state === 'active' && !changing ? <Button small onClick={() => setChanging(true)}>换手机号</Button> : null}
    </>
  );
  return (
    <Section title="手机" acts={acts}>
      <p>
        {whole ?? member.phoneMasked ?? '没有手机'}
        {member.phoneShared ? <span className="minor">，和别人共用</span> : null}
      </p>
      {whole ? <p className="faint note-size">你看了完整号码，已记入操作记录。</p> : null}
      <FailureNote failure={reveal.failure} />
      {changing ? <ChangePhone member={member} onDone={() => { setChanging(false); setWhole(null); void onChanged(); }} onCancel={() => setChanging(false)} /> : null}
    </Section>
  );
}

function ChangePhone({ member, onDone, onCancel }: { member: MemberDetail; onDone: () => void; onCancel: () => void }) {
  const [phone, setPhone] = useState('');
  const [shared, setShared] = useState(member.phoneShared);
  const change = useAct();
  const run = async (value: string | null): Promise<void> => {
    if (!(await change.run(() => call('changePhone', { params: { id: member.id }, body: { phone: value, shared } })))) return;
    say(value === null ? '改成没有手机了' : '手机号换好了');
    onDone();
  };
  return (
    <InlineForm onSubmit={() => void run(phone.trim())}>
      <TextField label="新手机号" inputMode="numeric" maxLength={13} value={phone} error={change.failure?.message ?? null} onChange={(event) => setPhone(event.target.value)} />
      <Check label="和别人共用这部手机" checked={shared} onChange={setShared} />
      <div className="row">
        <Button small kind="primary" type="submit" busy={change.busy} disabled={phone.trim() === ''}>换成这个</Button>
        {member.phoneMasked ? <Button small disabled={change.busy} onClick={() => void run(null)}>改成没有手机</Button> : null}
        <Button small onClick={onCancel}>先不</Button>
      </div>
    </InlineForm>
  );
}
