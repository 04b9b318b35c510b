import { type ComponentProps, useMemo, useState } from 'react';
import { weekday } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { Note } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { askedIn, go } from '../../platform/router.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { useGroupsFor } from '../groups/use-groups.ts';
import { OverlapNote } from './overlap-note.tsx';
import { blankSession, expectsOf, lengthOf, missingIn, planOf, type SessionDraft, timesOfDraft } from './session-draft.ts';
import { WhatFields, WhereFields } from './session-fields.tsx';
import css from './sessions.module.css';
import { WhenFields } from './when-fields.tsx';
import { WhoFields } from './who-fields.tsx';

const placed = ['title', 'venueId', 'placeText', 'teacherId', 'teacherText', 'monday', 'agenda', 'startsAt', 'endsAt', 'from', 'until', 'minutes', 'expects', 'expects.groupIds'];

/** A new session or a weekly series; with `?request=` it answers what people have asked for. */
export function PlanPage() {
  const requestId = askedIn('request');
  const { groups, whole } = useGroupsFor('study-sessions.write');
  const first = useMemo((): SessionDraft => startOf(whole ? null : groups), []);
  const [draft, setDraft] = useState(first);
  const [despite, setDespite] = useState(false);
  const id = useMemo(clientId, []);
  const act = useAct();
  const [planned, setPlanned] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(first);
  useUnsaved(changed && !planned ? '排的活动还没保存' : null);
  const missing = missingIn(draft);
  const set = (part: Partial<SessionDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    let to = '/sessions';
    const done = await act.run(async () => {
      to = draft.until === '' ? await planOne(id, draft, despite, requestId) : await planSeries(id, draft, despite);
    });
    if (!done) return;
    setPlanned(true);
    say(draft.until === '' ? '排好了，应到的人会收到通知' : '排好了，一串都在月历里');
    // After the guard has been told that nothing is unsaved.
    setTimeout(() => go(to), 0);
  };
  const actions = (
    <>
      <Button onClick={() => go('/sessions')}>不排了</Button>
      <Button kind="primary" busy={act.busy} disabled={missing !== null} title={missing ?? undefined} onClick={() => void save()}>{draft.until === '' ? '排上' : '排上这一串'}</Button>
    </>
  );
  return (
    <Page title="排活动" aside={missing ?? ''} actions={actions}>
      <div className={css.form}>
        {requestId ? <RequestNote id={requestId} onTitle={(title) => set({ title: draft.title || title })} /> : null}
        <OverlapNote failure={act.failure} despite={despite} onDespite={setDespite} placed={placed} />
        <PlanFields draft={draft} failure={act.failure} onChange={set} />
      </div>
    </Page>
  );
}

function PlanFields(fields: ComponentProps<typeof WhatFields>) {
  return (
    <>
      <Section title="学什么"><WhatFields {...fields} /></Section>
      <Section title="什么时候"><WhenFields {...fields} /></Section>
      <Section title="谁参加"><WhoFields {...fields} /></Section>
      <Section title="在哪里，谁来讲"><WhereFields {...fields} /></Section>
    </>
  );
}

/** A leader plans for a group of theirs, one at a time. */
function startOf(own: readonly { id: string }[] | null): SessionDraft {
  const wished = askedIn('group');
  const groupId = own && !own.some(({ id }) => id === wished) ? (own[0]?.id ?? '') : wished;
  const asked = { title: askedIn('title'), groupIds: groupId ? [groupId] : [] };
  return { ...blankSession(askedIn('date') || today()), ...asked };
}

async function planOne(id: string, draft: SessionDraft, despiteOverlap: boolean, requestId: string): Promise<string> {
  const times = timesOfDraft(draft);
  if (!times) return '/sessions';
  const session = await call('createStudySession', { body: { clientId: id, ...planOf(draft), ...times, expects: expectsOf(draft), despiteOverlap } });
  // The same client id answers the same session, so a second try only links what was not linked.
  if (requestId) await call('planCourseRequest', { params: { id: requestId }, body: { sessionId: session.id } });
  return `/sessions/${session.id}`;
}

async function planSeries(id: string, draft: SessionDraft, despiteOverlap: boolean): Promise<string> {
  const { date, from, until } = draft;
  await call('createSessionSeries', { body: { clientId: id, ...planOf(draft), weekday: weekday(date), time: from, minutes: lengthOf(draft), from: date, until, expects: expectsOf(draft), despiteOverlap } });
  return `/sessions?month=${date.slice(0, 7)}`;
}

function RequestNote({ id, onTitle }: { id: string; onTitle: (title: string) => void }) {
  const { data } = useLoaded(id, async () => {
    const { items } = await call('listCourseRequests', { query: { pageSize: 100 } });
    const request = items.find((one) => one.id === id) ?? null;
    if (request) onTitle(request.title);
    return { request };
  });
  if (!data?.request) return null;
  const { title, joined, group } = data.request;
  return <Note tone="blue">{group?.name ?? '镇里'}{joined}个人点了“{title}”。排上以后，点课的人都会知道。</Note>;
}
