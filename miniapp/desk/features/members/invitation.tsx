import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/states.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useReach } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import type { MemberDetail } from './member-words.ts';
import css from './members.module.css';
import { Section } from '../../components/section.tsx';

/** For somebody whose phone the roster does not know: a code to bind their WeChat with, once. */
export function Invitation({ member }: { member: MemberDetail }) {
  const invites = useReach('members.invite') !== null;
  const [made, setMade] = useState<Answer<'createInvitation'> | null>(null);
  const act = useAct();
  if (!invites || member.state !== 'active' || member.paper) return null;
  const make = (): Promise<boolean> => act.run(async () => setMade(await call('createInvitation', { params: { id: member.id } })));
  return (
    <Section title="绑定微信" acts={<Button small busy={act.busy} onClick={() => void make()}>{made ? '换一个邀请码' : '给一个邀请码'}</Button>}>
      {made ? (
        <p>
          <output className={css.code}>{made.code}</output>
          <span className="minor">，念给本人，在小程序里输入。用一次就作废，{whenInChinese(made.expiresAt)}前有效。</span>
        </p>
      ) : (
        <p className="minor">{member.bound ? '已经绑过微信。换了微信可以用邀请码再绑' : '手机号和名册对得上就能自己绑，对不上就用邀请码'}</p>
      )}
      <FailureNote failure={act.failure} />
    </Section>
  );
}
