import { mayApprove } from '@weidangxiao/shared/rules/theme.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay, useSession } from '../../platform/session.ts';
import { bodyOf } from './theme-draft.ts';
import type { ThemeDesk } from './use-theme-desk.ts';

/** The buttons of the header for what the theme's state and this person's roles allow; one of them is red. */
export function ThemeActions({ desk }: { desk: ThemeDesk }) {
  const writes = useMay('themes.write');
  const state = desk.theme?.state ?? (desk.editing ? 'draft' : null);
  if (state === null) return null;
  return (
    <>
      {writes && state === 'draft' && desk.editing ? <DraftActions desk={desk} /> : null}
      {writes && (state === 'in_review' || state === 'scheduled') && !desk.past ? <Withdraw desk={desk} /> : null}
      {state === 'in_review' && !desk.past ? <ReviewActions desk={desk} /> : null}
      {writes && state === 'sent' ? <CorrectionActions desk={desk} /> : null}
    </>
  );
}

function DraftActions({ desk }: { desk: ThemeDesk }) {
  const { act, theme, dirty } = desk;
  const save = async (): Promise<void> => {
    if (await desk.save()) say('已保存');
  };
  const submit = async (): Promise<void> => {
    if (await desk.step(({ id }) => call('submitTheme', { params: { id } }))) say('送审了，审核人会收到通知');
  };
  const remove = async (): Promise<void> => {
    const sure = await ask({ title: '删掉这份草稿', text: '删了就找不回来了，里面的课还在教材里。', yes: '删掉草稿' });
    if (sure && (await desk.remove())) say('草稿删掉了');
  };
  return (
    <>
      {theme ? <Button disabled={act.busy} onClick={() => void remove()}>删掉草稿</Button> : <Button disabled={act.busy} onClick={desk.stop}>先不写</Button>}
      <Button busy={act.busy} disabled={!dirty} onClick={() => void save()}>保存</Button>
      <Button kind="primary" busy={act.busy} disabled={desk.draft.title.trim() === ''} onClick={() => void submit()}>送审</Button>
    </>
  );
}

function Withdraw({ desk }: { desk: ThemeDesk }) {
  const withdraw = async (): Promise<void> => {
    const sure = await ask({ title: '撤回成草稿', text: '撤回以后可以再改，改完要重新送审。周一8点前没通过，这一周就不发了。', yes: '撤回成草稿' });
    if (sure && (await desk.step(({ id }) => call('withdrawTheme', { params: { id } })))) say('已撤回成草稿，可以改了');
  };
  return <Button busy={desk.act.busy} onClick={() => void withdraw()}>撤回修改</Button>;
}

function ReviewActions({ desk }: { desk: ThemeDesk }) {
  const approves = useMay('themes.approve');
  const me = useSession(({ caller }) => caller?.member?.id ?? '');
  const [returning, setReturning] = useState(false);
  const { theme, act } = desk;
  if (!approves || !theme) return null;
  if (!mayApprove(theme.authors.map(({ memberId }) => memberId), me)) return <span className="minor note-size">这份你写过或改过，要由别人审</span>;
  const approve = async (): Promise<void> => {
    if (await desk.step(({ id, revision }) => call('approveTheme', { params: { id }, body: { revision } }))) say('通过了，周一8:00发出');
  };
  const giveBack = async (reason: string): Promise<void> => {
    if (!(await desk.step(({ id }) => call('returnTheme', { params: { id }, body: { reason } })))) return;
    setReturning(false);
    say('已退回，写的人会收到通知');
  };
  return (
    <>
      <Button disabled={act.busy} onClick={() => setReturning(true)}>退回修改</Button>
      <Button kind="primary" busy={act.busy} onClick={() => void approve()}>通过，排到周一8:00</Button>
      {returning ? (
        <ReasonDialog title="退回修改" text="写的人会看到这句话。" label="哪里要改" yes="退回" max={200} busy={act.busy} failure={act.failure} onClose={() => setReturning(false)} onDone={(reason) => void giveBack(reason)} />
      ) : null}
    </>
  );
}

function CorrectionActions({ desk }: { desk: ThemeDesk }) {
  const [noting, setNoting] = useState(false);
  const { act, editing, dirty, draft } = desk;
  if (!editing) return <Button icon="penLine" onClick={() => desk.start()}>更正</Button>;
  const revise = async (note: string): Promise<void> => {
    if (!(await desk.step(({ id, revision }) => call('reviseTheme', { params: { id }, body: { ...bodyOf(draft), revision, note } })))) return;
    setNoting(false);
    say('已更正，读的人看得到改了什么');
  };
  return (
    <>
      <Button disabled={act.busy} onClick={desk.stop}>不改了</Button>
      <Button kind="primary" busy={act.busy} disabled={!dirty} onClick={() => setNoting(true)}>发布更正</Button>
      {noting ? (
        <ReasonDialog title="发布更正" text="这份已经发给大家，更正会和这句说明一起显示在手机上。" label="改了什么" yes="发布更正" max={200} busy={act.busy} failure={act.failure} onClose={() => setNoting(false)} onDone={(note) => void revise(note)} />
      ) : null}
    </>
  );
}
