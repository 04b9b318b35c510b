import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Loaded } from '@/components/Loaded';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { bind, type LoginAnswer, sandboxPhoneCode } from '@/platform/login';
import styles from './Account.module.scss';
import { usePrivacyNotice } from './privacy';
import { PrivacyNotice } from './PrivacyNotice';

interface BindingProps {
  ticket: string;
  /** One more person on this WeChat: its number is somebody else's, so the leader's code comes first. */
  another: boolean;
  onAnswer: (answer: LoginAnswer) => void;
}

/** A WeChat that does not know this member yet: the privacy notice first, then the phone number or the leader's code. */
export function Binding({ ticket, another, onAnswer }: BindingProps) {
  const notice = usePrivacyNotice();
  const [agreed, setAgreed] = useState<string | null>(null);
  if (agreed !== null) return <Proof ticket={ticket} another={another} version={agreed} onAnswer={onAnswer} />;
  return (
    <Loaded stored={notice} what="隐私说明">
      {(value) => (
        <>
          <Words as="page">先看一遍{value.title}</Words>
          <PrivacyNotice notice={value} />
          <View className={styles.acts}>
            <Button onTap={() => setAgreed(value.version)}>同意，继续登录</Button>
            <Words as="note">不同意也能看每周的主题；打卡可以请组长记在纸上，一样算数。</Words>
          </View>
        </>
      )}
    </Loaded>
  );
}

/** Who this is, by WeChat's phone button or by an invitation. */
function Proof({ ticket, another, version, onAnswer }: BindingProps & { version: string }) {
  const { busy, fault, run } = useAct();
  const prove = (by: { phoneCode: string } | { invitation: string }) => run(async () => onAnswer(await bind(ticket, version, by)));
  const byPhone = <ByPhone key="phone" busy={busy} first={!another} onCode={(phoneCode) => prove({ phoneCode })} onSandbox={() => run(async () => onAnswer(await bind(ticket, version, { phoneCode: await sandboxPhoneCode() })))} />;
  const byInvitation = <ByInvitation key="invitation" busy={busy} first={another} onInvitation={(invitation) => prove({ invitation })} />;
  return (
    <>
      {another ? [byInvitation, byPhone] : [byPhone, byInvitation]}
      <Fault>{fault}</Fault>
    </>
  );
}

function ByPhone({ first, ...button }: PhoneButtonProps) {
  return (
    <Card>
      <Words as="title">{first ? '用手机号认一认你' : '或者用这部手机的号码'}</Words>
      <Words as="minor">要和名册里登记的手机号一样。</Words>
      <View className={styles.acts}>
        <PhoneButton first={first} {...button} />
      </View>
    </Card>
  );
}

function ByInvitation({ busy, first, onInvitation }: { busy: boolean; first: boolean; onInvitation: (invitation: string) => void }) {
  const [typed, setTyped] = useState('');
  const invitation = typed.trim();
  return (
    <Card>
      <Words as="title">{first ? '填组长给的邀请码' : '或者填组长给的邀请码'}</Words>
      <Field label="邀请码" value={typed} onChange={setTyped} longest={16} placeholder="组长告诉你的那一串" />
      <View className={styles.acts}>
        <Button kind={first ? 'primary' : 'line'} busy={busy} disabled={invitation.length < 4} onTap={() => onInvitation(invitation)}>
          用邀请码登录
        </Button>
      </View>
    </Card>
  );
}

interface PhoneButtonProps {
  busy: boolean;
  first: boolean;
  onCode: (code: string) => void;
  onSandbox: () => void;
}

function PhoneButton({ busy, first, onCode, onSandbox }: PhoneButtonProps) {
  const kind = first ? 'primary' : 'line';
  if (process.env.TARO_ENV === 'h5') {
    return (
      <Button kind={kind} busy={busy} onTap={onSandbox}>
        用微信里的手机号
      </Button>
    );
  }
  return (
    <Button kind={kind} busy={busy} open={{ openType: 'getPhoneNumber|agreePrivacyAuthorization' as 'getPhoneNumber', onGetPhoneNumber: ({ detail }) => detail.code && onCode(detail.code) }}>
      用微信里的手机号
    </Button>
  );
}
