import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { timeOf } from '@/components/dates';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { useStudySession } from '@/features/sessions/sessions';
import { Door } from '@/features/sign-in/Door';
import { useSessionAtDoor } from '@/features/sign-in/door';
import { HelpSheet } from '@/features/sign-in/HelpSheet';
import { sceneIn } from '@/features/sign-in/scene';
import { type By, type Helped, useKeptSignIns, useSignIn } from '@/features/sign-in/sign-in';
import { Signed } from '@/features/sign-in/Signed';
import { useSession } from '@/platform/session';

/** 签到: by the session's code, which opens this page by itself, or by four digits. */
export default function SignInPage() {
  const { scene: carried = '', session: id = null } = useRouter().params as { scene?: string; session?: string };
  const member = useSession(({ caller }) => caller?.member ?? null);
  const door = useSignIn();
  const { named, kept } = { named: useStudySession(id).value, kept: useKeptSignIns() };
  const atDoor = useSessionAtDoor();
  const [helped, setHelped] = useState<Helped | null>(null);
  const [choosing, setChoosing] = useState(false);
  useArrivalByCode(carried, (by) => door.signIn(by, null));
  const help = (one: Helped) => {
    setChoosing(false);
    setHelped(one);
    if (door.by) door.signIn(door.by, one);
  };
  const over = choosing ? <HelpSheet onHelp={help} onClose={() => setChoosing(false)} /> : undefined;
  if (!member) {
    return (
      <Page title="签到">
        <LoginFirst what="签到" />
      </Page>
    );
  }
  return (
    <Page title="签到" tellsOffline over={over}>
      {door.outcome ? (
        <Signed outcome={door.outcome} helped={helped} onHelp={() => setChoosing(true)} />
      ) : (
        <>
          {kept.map(({ clientId, label, at }) => (
            <NoteBar key={clientId} tone="amber" icon="clock">
              {label}：{timeOf(at)}已记下，等核对
            </NoteBar>
          ))}
          <Door session={named ?? atDoor} helped={helped} busy={door.busy} fault={door.fault} wrong={door.wrong} onCode={(by) => door.signIn(by, helped)} onHelp={() => setChoosing(true)} />
        </>
      )}
    </Page>
  );
}

/** Whoever scans a code means to sign in: once, also after the login that it may lead to. */
function useArrivalByCode(carried: string, signIn: (by: By) => void): void {
  const scene = sceneIn(carried);
  const ready = useSession(({ caller }) => caller?.member != null && caller.consentVersion !== null);
  const used = useRef(false);
  useEffect(() => {
    if (!scene || !ready || used.current) return;
    used.current = true;
    signIn({ kind: 'scan', scene });
  }, [scene, ready, signIn]);
}
