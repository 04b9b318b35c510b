import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { OverlapNote } from './overlap-note.tsx';
import { draftOf, expectsOf, missingIn, planOf, type SessionDraft } from './session-draft.ts';
import { WhatFields, WhereFields } from './session-fields.tsx';
import css from './sessions.module.css';
import type { SessionDetail } from './session-words.ts';
import { WhoFields } from './who-fields.tsx';

/** What a session is about can be changed until it is closed out; its time only by moving it, so that people are told. */
export function EditPage({ id }: { id: string }) {
  const loaded = useLoaded(id, () => call('getStudySession', { params: { id } }));
  return <Ready of={loaded} lines={8}>{(session) => <Edit session={session} />}</Ready>;
}

function Edit({ session }: { session: SessionDetail }) {
  const before = draftOf(session);
  const [draft, setDraft] = useState(before);
  const [despite, setDespite] = useState(false);
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  useUnsaved(changed && !saved ? '这场活动改了还没保存' : null);
  const missing = missingIn(draft);
  const set = (part: Partial<SessionDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const back = `/sessions/${session.id}`;
  const save = async (): Promise<void> => {
    const expects = session.state === 'planned' ? { expects: expectsOf(draft) } : {};
    if (!(await act.run(() => call('updateStudySession', { params: { id: session.id }, body: { ...planOf(draft), ...expects, despiteOverlap: despite } })))) return;
    setSaved(true);
    say('改好了');
    setTimeout(() => go(back), 0);
  };
  const actions = (
    <>
      <Button onClick={() => go(back)}>不改了</Button>
      <Button kind="primary" busy={act.busy} disabled={!changed || missing !== null} title={missing ?? undefined} onClick={() => void save()}>保存</Button>
    </>
  );
  return (
    <Page title="改内容" aside={session.title} actions={actions}>
      <div className={css.form}>
        <OverlapNote failure={act.failure} despite={despite} onDespite={setDespite} placed={['title', 'venueId', 'teacherId', 'agenda', 'placeText', 'teacherText', 'monday', 'expects']} />
        <Section title="学什么"><WhatFields draft={draft} failure={act.failure} onChange={set} /></Section>
        {session.state === 'planned' ? <Section title="谁参加"><WhoFields draft={draft} failure={act.failure} onChange={set} /></Section> : null}
        <Section title="在哪里，谁来讲"><WhereFields draft={draft} failure={act.failure} onChange={set} /></Section>
        <p className="minor note-size">时间要变，请用“改期或延期”，应到的人会收到通知。</p>
      </div>
    </Page>
  );
}
