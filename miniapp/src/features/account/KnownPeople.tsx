import { useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Fault } from '@/components/Fault';
import { NoteBar } from '@/components/NoteBar';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { loginAgain } from '@/platform/login';
import { waitingOf } from '@/platform/outbox';
import { forgetPerson, type Known, usePeople } from '@/platform/people';
import { useSession } from '@/platform/session';
import { arrive } from './arrive';
import { mayHandOver } from './leave';

/** Who else has used this phone; a tap and it is theirs. */
export function KnownPeople() {
  const mine = useSession(({ caller }) => caller?.member?.id ?? null);
  const others = usePeople(({ known }) => known).filter(({ id }) => id !== mine);
  const [gone, setGone] = useState<string | null>(null);
  const { fault, run } = useAct();
  const change = async (person: Known): Promise<void> => {
    if (!(await mayHandOver())) return;
    setGone(null);
    if (await loginAgain(person)) return arrive();
    forgetPerson(person.id);
    setGone(person.name);
  };
  return (
    <>
      {others.length > 0 && <Words as="title">换成</Words>}
      {others.length > 0 && (
        <Card rows>
          {others.map((person) => (
            <Other key={person.id} person={person} onTap={() => run(() => change(person))} />
          ))}
        </Card>
      )}
      {gone && <NoteBar tone="amber">这个微信上已经没有登记{gone}，名字拿掉了。要用，请从“加一个人”进来。</NoteBar>}
      <Fault>{fault}</Fault>
    </>
  );
}

function Other({ person: { id, name, groupName }, onTap }: { person: Known; onTap: () => void }) {
  const waiting = waitingOf(id);
  return <Row lead={<Avatar name={name} />} title={name} note={groupName ?? '还没有分组'} end={waiting > 0 && <Chip tone="amber">{waiting}条等待上传</Chip>} onTap={onTap} />;
}
