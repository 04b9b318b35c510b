import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Loaded } from '@/components/Loaded';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useRoll } from '@/features/roll-call/roll';
import { CarriedActions } from '@/features/sessions/CarriedActions';
import { CloseOut } from '@/features/sessions/CloseOut';
import { closeOut, type CloseOutDraft, isComplete, useCloseOutDraft } from '@/features/sessions/close-out';
import styles from '@/features/sessions/CloseOut.module.scss';
import { ClosingNote, useClosing } from '@/features/sessions/LeaderActs';
import { useRefused } from '@/features/sessions/refused';
import { pages, type SessionDetail, useStudySession } from '@/features/sessions/sessions';
import { useAct } from '@/platform/act';
import { useAppearance } from '@/platform/appearance';
import { open, replace, say } from '@/platform/navigation';
import type { Waiting } from '@/platform/outbox';
import type { Stored } from '@/platform/stored';

/** 收尾: the prefilled facts confirmed, one line, and it is on record; without a network on this phone first. */
export default function CloseOutPage() {
  const { id = '' } = useRouter().params;
  const session = useStudySession(id);
  const { people } = useRoll(id);
  const [draft, keep] = useCloseOutDraft(id);
  const refused = useRefused('closeStudySession', id);
  const closing = useClosing(id);
  const { value } = session;
  const writing = !closing && (value?.state === 'planned' || value?.state === 'open');
  return (
    <Page title="收尾" storedAt={session.at} foot={value && writing ? <Foot session={value} draft={draft} refused={refused} onSent={() => keep(null)} /> : undefined}>
      <Loaded stored={session} what="这场活动">
        {(one) => (
          <>
            <ClosingNote sessionId={id} />
            {refused?.refused && one.state !== 'closed' && <NoteBar tone="amber" icon="triangle-alert">{`没有收下：${refused.refused.message}。写的都在这里`}</NoteBar>}
            {!writing && !closing && <Over session={session} />}
            {writing && <CloseOut session={one} people={people} draft={draft} put={(part: Partial<CloseOutDraft>) => keep({ ...draft, ...part })} />}
            {writing && <CarriedActions session={one} onChanged={session.reload} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Foot({ session, draft, refused, onSent }: { session: SessionDetail; draft: CloseOutDraft; refused: Waiting | null; onSent: () => void }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { busy, fault, run } = useAct();
  const close = () =>
    run(async () => {
      const { state } = await closeOut(session, draft, refused);
      if (state === 'refused') return;
      if (state === 'sent') onSent();
      say(state === 'sent' ? '收尾了，都存好了' : '已存在本机，联网后自动上传');
      replace(pages.session, { id: session.id });
    });
  return (
    <>
      {fault && <NoteBar tone="amber">{fault}</NoteBar>}
      <Button busy={busy} disabled={!isComplete(draft)} onTap={close}>
        收尾并存档
      </Button>
      <Words as="note" className={styles.safe}>
        {elder ? '没有网络也能存' : '签到、学习记录、学时一起存好，没网也能存'}
      </Words>
    </>
  );
}

/** Somebody was faster, or it was cancelled: what was written here is not lost. */
function Over({ session: { value } }: { session: Stored<SessionDetail> }) {
  if (!value) return null;
  if (value.state === 'cancelled') return <NoteBar>这一场已取消，不用收尾</NoteBar>;
  return (
    <NoteBar tone="blue">
      {value.closed?.by.name}已经收尾。你写的还在，可以作为更正补上
      <Button kind="text" size="small" onTap={() => open(pages.correction, { id: value.id })}>
        补一条更正
      </Button>
    </NoteBar>
  );
}
