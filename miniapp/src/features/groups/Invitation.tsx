import { View } from '@tarojs/components';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { accessible } from '@/components/accessible';
import { dayOf } from '@/components/dates';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { call } from '@/platform/request';
import type { Member } from './group-members';
import styles from './Invitation.module.scss';

type Code = Answer<'createInvitation'>;

/** A one-time code, large enough to be read over a shoulder or out over the phone. */
export function Invitation({ member }: { member: Member }) {
  const [code, setCode] = useState<Code | null>(null);
  const { busy, fault, run } = useAct();
  const create = () => run(async () => setCode(await call('createInvitation', { params: { id: member.id } })));
  if (code) return <Shown code={code} name={member.name} />;
  return (
    <>
      <Words>{member.name}登录的手机号和名册里的不一样时，用邀请码认人。一个码只能用一次，再发一个，前面的就不能用了。</Words>
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} onTap={create}>
          发一个邀请码
        </Button>
      </View>
    </>
  );
}

function Shown({ code: { code, expiresAt }, name }: { code: Code; name: string }) {
  return (
    <>
      <View className={styles.code} {...accessible({ label: [...code].join(' ') })}>
        <View>{code.slice(0, 4)}</View>
        <View>{code.slice(4)}</View>
      </View>
      <Words as="minor" className={styles.until}>
        {dayOf(expiresAt)}以前有效，只能用一次，关上就看不到了
      </Words>
      <View className={styles.steps}>
        <Words>1. {name}打开小程序，点登录</Words>
        <Words>2. 看过隐私说明，选“或者填组长给的邀请码”</Words>
        <Words>3. 照着填进去，字母不分大小写</Words>
      </View>
    </>
  );
}
