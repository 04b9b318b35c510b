import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useWaitingSignIns } from '@/features/sessions/waiting-sign-ins';
import { WaitingSignInCard } from '@/features/sessions/WaitingSignInCard';
import { may, useSession } from '@/platform/session';

/** 等你核对的签到: those that came too late to count by themselves. */
export default function SignInsPage() {
  const { session } = useRouter().params as { session?: string };
  const decides = useSession(({ caller }) => may(caller, 'attendance.write'));
  const { first, items } = useWaitingSignIns(session);
  const [over, setOver] = useState<ReactNode>(null);
  return (
    <Page title="等你核对的签到" storedAt={first.at} over={over}>
      {!decides && <EmptyState icon="info" title="这一页给组长看" text="签到有疑问，请找你们组的组长。" />}
      <Loaded stored={first} what="等你核对的签到">
        {() => (
          <>
            {items.length === 0 ? <EmptyState icon="circle-check" title="都核对完了" text="没有网络时签的、散会以后才收到的，会在这里等你定。" /> : <Words as="minor">手机上的时间和收到的时间对不上，你在场，你说了算。</Words>}
            {items.map((signIn) => (
              <WaitingSignInCard key={signIn.id} signIn={signIn} over={setOver} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
