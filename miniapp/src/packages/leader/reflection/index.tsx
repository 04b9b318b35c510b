import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ReasonSheet } from '@/components/ReasonSheet';
import { ReviewFoot } from '@/features/approvals/ReviewFoot';
import { pages } from '@/features/groups/groups';
import { mayWriteOn, type Reflection, useReflection } from '@/features/reflections/reflections';
import { ReflectionStateNote } from '@/features/reflections/ReflectionStateNote';
import { ReflectionText } from '@/features/reflections/ReflectionText';
import { useAct } from '@/platform/act';
import { back, open, replace, say } from '@/platform/navigation';
import { call } from '@/platform/request';
import { may, useSession } from '@/platform/session';

/** 心得: to read; for its author to go on with, for an admin to publish or send back. */
export default function ReflectionPage() {
  const { id = '' } = useRouter().params as { id?: string };
  const caller = useSession((session) => session.caller);
  const reflection = useReflection(caller?.member && id ? id : null);
  const [returning, setReturning] = useState(false);
  const { value } = reflection;
  const reviews = value?.state === 'in_review' && may(caller, 'reflections.review');
  return (
    <Page
      title="心得"
      storedAt={reflection.at}
      foot={value ? footOf(value, reviews, mayWriteOn(value, caller), () => setReturning(true)) : undefined}
      over={returning && value ? <Return id={value.id} author={value.author.name} onClose={() => setReturning(false)} /> : null}
    >
      {!caller?.member && (
        <EmptyState icon="book-open" title="登录以后再读" text="心得只给本镇的同志看。">
          <Button onTap={() => open(pages.login)}>登录</Button>
        </EmptyState>
      )}
      <Loaded stored={reflection} what="这一篇">
        {(one) => (
          <>
            <ReflectionStateNote reflection={one} />
            <ReflectionText reflection={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function footOf({ id }: Reflection, reviews: boolean, writes: boolean, onNo: () => void) {
  if (reviews) return <Review id={id} onNo={onNo} />;
  if (writes) return <Button onTap={() => replace(pages.compose, { id })}>改一改再交</Button>;
  return undefined;
}

function Review({ id, onNo }: { id: string; onNo: () => void }) {
  const act = useAct();
  const publish = async () => {
    await call('publishReflection', { params: { id } });
    say('发布了');
    back();
  };
  return <ReviewFoot act={act} yes="发布" onYes={publish} onNo={onNo} />;
}

function Return({ id, author, onClose }: { id: string; author: string; onClose: () => void }) {
  const send = async (reason: string) => {
    await call('returnReflection', { params: { id }, body: { reason } });
    say('退回去了');
    back();
  };
  return <ReasonSheet title="退回，请再改改" text={`这句话${author}会看到，改好可以再交。`} placeholder="哪里要改，怎么改" yes="退回" onReason={send} onClose={onClose} />;
}
