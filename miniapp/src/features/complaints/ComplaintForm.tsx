import { View } from '@tarojs/components';
import { complaintAboutNames, complaintAbouts } from '@weidangxiao/shared/rules/complaint.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Row } from '@/components/Row';
import { Switch } from '@/components/Switch';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { ComplaintPhoto } from './ComplaintPhoto';
import { useComplaintDraft } from './complaints';
import styles from './complaints.module.scss';

const options = complaintAbouts.map((value) => ({ value, name: complaintAboutNames[value] }));

/** What it is about, in one's own words, with one's name or without; a photo if wanted. */
export function ComplaintForm({ onSent }: { onSent: (receipt: string | null) => void }) {
  const { draft, change, handIn } = useComplaintDraft();
  const [sent, setSent] = useState<string | null>(null);
  const { busy, fault, run } = useAct();
  const { about, text, anonymous, photo } = draft;
  const send = () =>
    run(async () => {
      const receipt = await handIn();
      setSent(receipt ?? '');
      onSent(receipt);
    });
  if (sent !== null) return <Sent receipt={sent} onMore={() => setSent(null)} />;
  return (
    <>
      <Words as="minor">写给镇里，十个工作日没有答复，区里接着办。说镇里的事，直接交到区里。</Words>
      <View className={styles.part}>
        <Picks label="说哪一方面" options={options} chosen={about ? [about] : []} onPick={(value) => change({ about: value })} />
      </View>
      <View className={styles.part}>
        <Card rows>
          <Row title="不留名字" note={anonymity} end={<Switch label="不留名字" on={anonymous} onChange={(on) => change({ anonymous: on })} />} />
        </Card>
      </View>
      <Field spoken lines label="想说什么" value={text} onChange={(words) => change({ text: words })} longest={1000} placeholder="时间、地点、什么事，说清楚就行" />
      <ComplaintPhoto place={photo?.place ?? null} onChange={(place) => change({ photo: place ? { place, id: null } : null })} />
      <Fault kept>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={!about || text.trim() === ''} onTap={send}>
          交上去
        </Button>
      </View>
    </>
  );
}

/** What it means and where it ends: decision 011. */
const anonymity = '谁写的，系统里一个字也不存，镇里、区里都查不到，答复凭回执号看。只是事情和照片，熟悉的人也许认得出来。';

/** The receipt number is shown large, and stays on this phone. */
function Sent({ receipt, onMore }: { receipt: string; onMore: () => void }) {
  return (
    <Card>
      <Words as="title">收到了</Words>
      {receipt ? (
        <>
          <Words as="minor">回执号，请记下来。换了手机，只有它查得到答复。</Words>
          <View className={styles.receipt}>{receipt}</View>
        </>
      ) : (
        <Words as="minor">答复会在消息里告诉你，也在这一页下面。</Words>
      )}
      <View className={styles.act}>
        <Button kind="line" onTap={onMore}>
          再写一条
        </Button>
      </View>
    </Card>
  );
}
