import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Field } from '@/components/Field';
import { Loaded } from '@/components/Loaded';
import { NoteBar } from '@/components/NoteBar';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { bind, type LoginAnswer, sandboxPhoneCode } from '@/platform/login';
import styles from './Account.module.scss';
import { usePrivacyNotice } from './privacy';
import { PrivacyNotice } from './PrivacyNotice';

/** A WeChat that belongs to no member yet: the privacy notice first, then the phone number or the leader's code. */
export function Binding({ ticket, onAnswer }: { ticket: string; onAnswer: (answer: LoginAnswer) => void }) {
  const notice = usePrivacyNotice();
  const [agreed, setAgreed] = useState<string | null>(null);
  if (agreed !== null) return <Proof ticket={ticket} version={agreed} onAnswer={onAnswer} />;
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
function Proof({ ticket, version, onAnswer }: { ticket: string; version: string; onAnswer: (answer: LoginAnswer) => void }) {
  const { busy, fault, run } = useAct();
  const [invitation, setInvitation] = useState('');
  const prove = (by: { phoneCode: string } | { invitation: string }) => run(async () => onAnswer(await bind(ticket, version, by)));
  return (
    <>
      <Card>
        <Words as="title">用手机号认一认你</Words>
        <Words as="minor">要和名册里登记的手机号一样。</Words>
        <View className={styles.acts}>
          <PhoneButton busy={busy} onCode={(phoneCode) => prove({ phoneCode })} onSandbox={() => run(async () => onAnswer(await bind(ticket, version, { phoneCode: await sandboxPhoneCode() })))} />
        </View>
      </Card>
      <Card>
        <Words as="title">或者填组长给的邀请码</Words>
        <Field label="邀请码" value={invitation} onChange={setInvitation} longest={16} placeholder="组长告诉你的那一串" />
        <View className={styles.acts}>
          <Button kind="line" busy={busy} disabled={invitation.trim().length < 4} onTap={() => prove({ invitation: invitation.trim() })}>
            用邀请码登录
          </Button>
        </View>
      </Card>
      {fault && (
        <NoteBar tone="amber" icon="triangle-alert">
          {fault}
        </NoteBar>
      )}
    </>
  );
}

function PhoneButton({ busy, onCode, onSandbox }: { busy: boolean; onCode: (code: string) => void; onSandbox: () => void }) {
  if (process.env.TARO_ENV === 'h5') {
    return (
      <Button busy={busy} onTap={onSandbox}>
        用微信里的手机号
      </Button>
    );
  }
  return (
    <Button busy={busy} open={{ openType: 'getPhoneNumber|agreePrivacyAuthorization' as 'getPhoneNumber', onGetPhoneNumber: ({ detail }) => detail.code && onCode(detail.code) }}>
      用微信里的手机号
    </Button>
  );
}
