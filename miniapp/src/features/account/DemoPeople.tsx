import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { sandboxPath, useDemo } from '@/platform/demo';
import { loginAsDemo, loginAsSandboxUser, type LoginAnswer, type SandboxUser, sandboxUsers } from '@/platform/login';
import styles from './Account.module.scss';
import { arrive } from './arrive';
import { DemoClock } from './DemoClock';

/** Only in the demo: become anybody of the sample town, or log in as a phone of its WeChat. */
export function DemoPeople({ onAnswer }: { onAnswer: (answer: LoginAnswer) => void }) {
  const about = useDemo((demo) => demo.about);
  const { fault, run } = useAct();
  if (!about?.demo) return null;
  return (
    <View className={styles.section}>
      <Words as="title">选一个身份试试</Words>
      <Card rows>
        {about.roles.map(({ role, label, name, tasks }) => (
          <Row key={role} title={name ? `${label}，${name}` : label} note={tasks} onTap={() => run(() => loginAsDemo(role).then(arrive))} />
        ))}
      </Card>
      <Fault>{fault}</Fault>
      <DemoClock />
      {sandboxPath() !== null && <SandboxPeople onAnswer={onAnswer} />}
    </View>
  );
}

/** The way real people take: a WeChat login, binding included. Few are shown; the demo's WeChat has them all. */
function SandboxPeople({ onAnswer }: { onAnswer: (answer: LoginAnswer) => void }) {
  const [users, setUsers] = useState<readonly SandboxUser[]>([]);
  const { run } = useAct();
  useEffect(() => {
    sandboxUsers().then(setUsers, () => setUsers([]));
  }, []);
  if (users.length === 0) return null;
  return (
    <View className={styles.section}>
      <Words as="title">或用演示微信登录</Words>
      <Card rows>
        {users.slice(0, 8).map(({ openid, nickname }) => (
          <Row key={openid} icon="smartphone" title={nickname} onTap={() => run(async () => onAnswer(await loginAsSandboxUser(openid)))} />
        ))}
      </Card>
    </View>
  );
}
