import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { call } from '@/platform/request';
import { ComplaintCard } from './ComplaintCard';
import type { Complaint } from './complaints';
import styles from './complaints.module.scss';

/** An anonymous one, by its number: those of this phone in one tap, any other typed. */
export function FindByReceipt({ receipts }: { receipts: readonly string[] }) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Complaint | null>(null);
  const { busy, fault, run } = useAct();
  const find = (receipt: string) => run(async () => setFound(await call('findComplaint', { body: { receipt } })));
  return (
    <>
      <Words as="title" className={styles.head}>
        凭回执号查答复
      </Words>
      {receipts.length > 0 && (
        <Card rows>
          {receipts.map((receipt) => (
            <Row key={receipt} title={receipt} note="存在这部手机里" onTap={() => find(receipt)} />
          ))}
        </Card>
      )}
      <Field label="回执号" kind="number" value={typed} onChange={setTyped} longest={20} placeholder="十二位数字" />
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button kind="line" busy={busy} disabled={typed.trim() === ''} onTap={() => find(typed.trim())}>
          查一查
        </Button>
      </View>
      {found && <ComplaintCard complaint={found} />}
    </>
  );
}
