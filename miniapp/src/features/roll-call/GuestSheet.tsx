import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Row } from '@/components/Row';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { call } from '@/platform/request';
import styles from './RollCall.module.scss';

export type Guest = Answer<'listGuestCandidates'>['items'][number];

interface GuestSheetProps {
  sessionId: string;
  onChoose: (guest: Guest) => void;
  onClose: () => void;
}

const shortest = 2;

/** Somebody who came without being on the roll, found by name in the whole town. */
export function GuestSheet({ sessionId, onChoose, onClose }: GuestSheetProps) {
  const [q, setQ] = useState('');
  const [found, setFound] = useState<{ q: string; items: readonly Guest[] } | null>(null);
  const { busy, fault, run } = useAct();
  const wanted = q.trim();
  const find = () => run(async () => setFound({ q: wanted, ...(await call('listGuestCandidates', { params: { id: sessionId }, query: { q: wanted } })) }));
  return (
    <Sheet title="名单外来的人" onClose={onClose}>
      <Words as="minor">别的组来听的、名单上没有的，都可以记。到场和学时一样算，没来不算缺。</Words>
      <Field label="姓名" value={q} onChange={setQ} longest={30} placeholder="写两个字就能找" />
      <View className={styles.act}>
        <Button kind="line" busy={busy} disabled={wanted.length < shortest} onTap={find}>
          找一找
        </Button>
      </View>
      <Fault>{fault}</Fault>
      {found && <Found found={found} onChoose={onChoose} />}
    </Sheet>
  );
}

function Found({ found: { q, items }, onChoose }: { found: { q: string; items: readonly Guest[] }; onChoose: (guest: Guest) => void }) {
  if (items.length === 0) return <Words as="minor" className={styles.marks}>{`名单外没有叫“${q}”的。已经在名单上的，直接点名就行。`}</Words>;
  return (
    <View className={styles.marks}>
      <Card rows>
        {items.map((guest) => (
          <Row key={guest.memberId} title={guest.name} note={guest.groupName ?? '没有分组'} onTap={() => onChoose(guest)} />
        ))}
      </Card>
    </View>
  );
}
