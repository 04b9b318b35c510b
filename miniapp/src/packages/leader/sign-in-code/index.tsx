import { useRouter } from '@tarojs/taro';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useLookAgain, useRoll } from '@/features/roll-call/roll';
import { SignedSoFar, SignInCode } from '@/features/sessions/SignInCode';
import { titleWithKind, useStudySession } from '@/features/sessions/sessions';
import { call } from '@/platform/request';
import { useStored } from '@/platform/stored';

/** 签到码: for the blackboard and for the camera. */
export default function SignInCodePage() {
  const { id = '' } = useRouter().params;
  const session = useStudySession(id);
  const code = useStored(id ? `sign-in-code/${id}` : null, () => call('createSignInCode', { params: { id } }));
  const { stored, people } = useRoll(id);
  useLookAgain(stored.reload);
  return (
    <Page title="签到码" storedAt={code.at}>
      {session.value && <Words as="minor">{titleWithKind(session.value)}</Words>}
      <Loaded stored={code} what="签到码">
        {(value) => (
          <>
            <SignInCode code={value} />
            {stored.value && <SignedSoFar people={people} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
