import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Loaded } from '@/components/Loaded';
import { Fault } from '@/components/Fault';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { CorrectionForm } from '@/features/sessions/CorrectionForm';
import { correctionOf, useCorrection } from '@/features/sessions/correction-draft';
import { titleWithKind, useStudySession } from '@/features/sessions/sessions';
import { useAct } from '@/platform/act';
import { back, say } from '@/platform/navigation';

/** 更正: after a close-out. What this phone wrote or marked too late stands in it already. */
export default function CorrectionPage() {
  const { id = '' } = useRouter().params;
  const session = useStudySession(id);
  const { people, draft, put, save } = useCorrection(id);
  const { busy, fault, run } = useAct();
  const [over, setOver] = useState<ReactNode>(null);
  const closed = session.value?.state === 'closed';
  const correction = session.value && correctionOf(session.value, people, draft);
  const done = () => {
    say('更正记上了');
    back();
  };
  const foot = closed ? (
    <Button busy={busy} disabled={!correction} onTap={() => correction && run(() => save(correction).then(done))}>
      记上更正
    </Button>
  ) : undefined;
  return (
    <Page title="更正" storedAt={session.at} foot={foot} over={over}>
      <Loaded stored={session} what="这场活动">
        {(value) => (
          <>
            <Words as="title">{titleWithKind(value)}</Words>
            {!closed && <NoteBar>还没有收尾，直接改就行，不用更正</NoteBar>}
            {closed && <CorrectionForm session={value} people={people} draft={draft} put={put} over={setOver} />}
            <Fault kept>{fault}</Fault>
          </>
        )}
      </Loaded>
    </Page>
  );
}
