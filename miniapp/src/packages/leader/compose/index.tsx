import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Fault } from '@/components/Fault';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { ComposeFoot } from '@/features/reflections/ComposeFoot';
import { ComposeSheet } from '@/features/reflections/ComposeSheet';
import styles from '@/features/reflections/ComposeSheet.module.scss';
import { begin, discard, useCompose } from '@/features/reflections/compose';
import { type Reflection, useReflection } from '@/features/reflections/reflections';
import { ask, back, open } from '@/platform/navigation';
import { ownerOf, useSession } from '@/platform/session';

/** 写心得: a new one, `draft` of this phone, or `id` of one that came back. */
export default function ComposePage() {
  const { id, draft } = useRouter().params as { id?: string; draft?: string };
  const member = useSession(({ caller }) => caller?.member ?? null);
  const reflection = useReflection(member && id ? id : null);
  if (!member) return <LoginFirst />;
  if (!id) return <Sheet key={member.id} draftId={draft} reflection={null} />;
  if (reflection.value) return <Sheet key={`${member.id}/${id}`} draftId={undefined} reflection={reflection.value} />;
  return (
    <Page title="写心得">
      <Loaded stored={reflection} what="这一篇">
        {() => null}
      </Loaded>
    </Page>
  );
}

function Sheet({ draftId, reflection }: { draftId: string | undefined; reflection: Reflection | null }) {
  const owner = useSession(ownerOf);
  const leads = useSession(({ caller }) => caller?.leads ?? []);
  const [begun] = useState(() => begin({ draftId, reflection, owner, groupId: leads[0]?.id ?? null }));
  const compose = useCompose(begun);
  const [outline, setOutline] = useState(false);
  const { draft, act } = compose;
  const toss = async () => {
    if (!(await ask({ title: '不要这份草稿了', text: '手机里的这份会删掉，找不回来。', yes: '删掉' }))) return;
    discard(owner, draft);
    back();
  };
  return (
    <Page title="写心得" foot={<ComposeFoot compose={compose} leads={leads.length > 0} onOutline={() => setOutline(!outline)} />}>
      {reflection?.state === 'returned' && reflection.returnedReason && (
        <NoteBar tone="amber" icon="info">
          请再改改：{reflection.returnedReason}
        </NoteBar>
      )}
      <ComposeSheet compose={compose} outline={outline} onOutline={setOutline} />
      <Fault kept>{act.fault}</Fault>
      <Words as="note">{leads.length > 0 ? '镇管理员看过后发布，全镇的同志都能读到。' : '组长能看到；镇管理员看过后发布，全镇的同志都能读到。'}</Words>
      {(draft.title || draft.text) && (
        <View className={styles.discard}>
          <Button kind="plain" size="small" onTap={() => void toss()}>
            不要这份草稿了
          </Button>
        </View>
      )}
      <View className={styles.room} />
    </Page>
  );
}

function LoginFirst() {
  return (
    <Page title="写心得">
      <EmptyState icon="pen-line" title="登录以后再写" text="这样心得才记在你的名下。">
        <Button onTap={() => open('packages/account/login/index')}>登录</Button>
      </EmptyState>
    </Page>
  );
}
