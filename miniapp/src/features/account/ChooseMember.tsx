import { Avatar } from '@/components/Avatar';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { chooseMember, type LoginAnswer } from '@/platform/login';
import { arrive } from './arrive';

type Choose = Extract<LoginAnswer, { state: 'choose' }>;

/** Several members use this WeChat: a couple with one phone, for instance. Their records never mix. */
export function ChooseMember({ ticket, choices }: Choose) {
  const { fault, run } = useAct();
  return (
    <>
      <Words as="page">你是哪一位</Words>
      <Words as="minor">这个微信登记了几个人，各记各的。</Words>
      <Card rows>
        {choices.map(({ memberId, name, townName, groupName }) => (
          <Row key={memberId} title={name} note={groupName ? `${townName}，${groupName}` : townName} end={<Avatar name={name} />} onTap={() => run(() => chooseMember(ticket, memberId).then(arrive))} />
        ))}
      </Card>
      <Fault>{fault}</Fault>
    </>
  );
}
