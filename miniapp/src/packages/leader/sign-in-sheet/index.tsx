import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/Button';
import { Loaded } from '@/components/Loaded';
import { Fault } from '@/components/Fault';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useRoll } from '@/features/roll-call/roll';
import { enterSheet, PaperSheet, pageCodeFault, useSheetDraft } from '@/features/sessions/PaperSheet';
import { useRefused } from '@/features/sessions/refused';
import { titleWithKind, useStudySession } from '@/features/sessions/sessions';
import { useAct } from '@/platform/act';
import { back, say } from '@/platform/navigation';

/** 录签到表: from paper, only who did not sign. */
export default function SignInSheetPage() {
  const { id = '' } = useRouter().params;
  const session = useStudySession(id);
  const { stored, people } = useRoll(id);
  const [draft, keep] = useSheetDraft(id);
  const refused = useRefused('enterSignInSheet', id);
  const { busy, fault, run } = useAct();
  const enter = () =>
    run(async () => {
      const { state } = await enterSheet(id, draft, refused);
      if (state === 'refused') return;
      keep(null);
      say(state === 'waiting' ? '已存在本机，联网后自动上传' : '签到表记上了');
      back();
    });
  const ready = draft.pageCode.length === 6 && pageCodeFault(id, draft.pageCode) === null;
  const foot = stored.value ? (
    <Button busy={busy} disabled={!ready} onTap={enter}>
      记上，其余都算到
    </Button>
  ) : undefined;
  return (
    <Page title="录签到表" storedAt={stored.at} foot={foot}>
      {session.value && <Words as="minor">{titleWithKind(session.value)}</Words>}
      <Loaded stored={stored} what="名单">
        {() => (
          <>
            <PaperSheet sessionId={id} people={people.filter(({ guest }) => !guest)} draft={draft} onChange={keep} />
            <Fault>{fault ?? refused?.refused?.message}</Fault>
          </>
        )}
      </Loaded>
    </Page>
  );
}
