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
import { call } from '@/platform/request';
import { useComplaintDraft } from './complaints';
import styles from './complaints.module.scss';

const options = complaintAbouts.map((value) => ({ value, name: complaintAboutNames[value] }));

/** What it is about, in one's own words, with one's name or without. */
export function ComplaintForm({ onSent }: { onSent: (receipt: string | null) => void }) {
  const [draft, setDraft] = useComplaintDraft();
  const [sent, setSent] = useState<string | null>(null);
  const { busy, fault, run } = useAct();
  const { about, text, anonymous, clientId } = draft;
  const send = () =>
    run(async () => {
      if (!about) return;
      const { receipt } = await call('createComplaint', { body: { clientId, about, text: text.trim(), anonymous } });
      setDraft(null);
      setSent(receipt ?? '');
      onSent(receipt);
    });
  if (sent !== null) return <Sent receipt={sent} onMore={() => setSent(null)} />;
  return (
    <>
      <Words as="minor">写给镇里，十个工作日没有答复，区里接着办。说镇里的事，直接交到区里。</Words>
      <View className={styles.part}>
        <Picks label="说哪一方面" options={options} chosen={about ? [about] : []} onPick={(value) => setDraft({ ...draft, about: value })} />
      </View>
      <Field lines label="想说什么" value={text} onChange={(words) => setDraft({ ...draft, text: words })} longest={1000} placeholder="时间、地点、什么事，说清楚就行" />
      <Row title="不留名字" note="镇里和区里都看不到是谁写的，给你一个回执号查答复" end={<Switch label="不留名字" on={anonymous} onChange={(on) => setDraft({ ...draft, anonymous: on })} />} />
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} disabled={!about || text.trim() === ''} onTap={send}>
          交上去
        </Button>
      </View>
    </>
  );
}

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
