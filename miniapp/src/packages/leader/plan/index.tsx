import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Fault } from '@/components/Fault';
import { Page } from '@/components/Page';
import { despite } from '@/features/sessions/despite-overlap';
import { changesOf, type Draft, draftOf, emptyDraft, seriesOf, sessionOf } from '@/features/sessions/plan';
import { PlanForm } from '@/features/sessions/PlanForm';
import { pages, type SessionDetail, useStudySession } from '@/features/sessions/sessions';
import { useAct } from '@/platform/act';
import { useKept } from '@/platform/kept';
import { ask, back, replace, say, showTab } from '@/platform/navigation';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';

/** 安排活动: a new one for `group`, or `id` of one to change. */
export default function PlanPage() {
  const { id, group } = useRouter().params as { id?: string; group?: string };
  const leads = useSession(({ caller }) => caller?.leads ?? []);
  const session = useStudySession(id ?? null);
  if (id) {
    if (session.value) return <Change session={session.value} />;
    return (
      <Page title="改内容">
        <Loaded stored={session} what="这场活动">
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const groupId = leads.some((one) => one.id === group) ? group : leads[0]?.id;
  if (groupId) return <New groupId={groupId} groups={leads} />;
  return (
    <Page title="安排活动">
      <EmptyState icon="calendar-days" title="这一页给组长用" text="想学什么，可以跟组长说。" />
    </Page>
  );
}

const sure = (text: string) => ask({ title: '时间撞上了', text, yes: '就这样排', no: '换个时间' });

function New({ groupId, groups }: { groupId: string; groups: readonly { id: string; name: string }[] }) {
  const [empty] = useState(() => emptyDraft(groupId));
  const [draft, keep] = useKept<Draft>('plan', empty);
  const { busy, fault, run } = useAct();
  const plan = () =>
    run(async () => {
      if (draft.times > 1) {
        const made = await despite((despiteOverlap) => call('createSessionSeries', { body: seriesOf(draft, despiteOverlap) }), sure);
        if (!made) return;
        keep(null);
        say(`排好了${made.sessions}次`);
        showTab('group');
      } else {
        const made = await despite((despiteOverlap) => call('createStudySession', { body: sessionOf(draft, despiteOverlap) }), sure);
        if (!made) return;
        keep(null);
        say('排好了');
        replace(pages.session, { id: made.id });
      }
    });
  return (
    <Page
      title="安排活动"
      foot={
        <Button busy={busy} disabled={draft.title.trim() === ''} onTap={plan}>
          {draft.times > 1 ? `排${draft.times}次` : '排好'}
        </Button>
      }
    >
      <PlanForm draft={draft} onChange={keep} existing={false} groups={groups} />
      <Fault kept>{fault}</Fault>
    </Page>
  );
}

function Change({ session }: { session: SessionDetail }) {
  const [draft, setDraft] = useState(() => draftOf(session));
  const { busy, fault, run } = useAct();
  const save = () =>
    run(async () => {
      await call('updateStudySession', { params: { id: session.id }, body: changesOf(draft, true) });
      say('改好了');
      back();
    });
  return (
    <Page
      title="改内容"
      foot={
        <Button busy={busy} disabled={draft.title.trim() === ''} onTap={save}>
          改好
        </Button>
      }
    >
      <PlanForm draft={draft} onChange={setDraft} existing groups={[]} />
      <Fault kept>{fault}</Fault>
    </Page>
  );
}
