import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { typedCode } from '@weidangxiao/shared/rules/publication.ts';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Field } from '@/components/Field';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import type { Verification } from '@/features/publications/publications';
import styles from '@/features/publications/publications.module.scss';
import { VerifiedSheet } from '@/features/publications/VerifiedSheet';
import { useAct } from '@/platform/act';
import { CallFailure } from '@/platform/failure';
import { call } from '@/platform/request';

const unknown = '没有这个编号。请对着公示表最下面一行，再核对一遍十二个字母和数字';

/** 核对公示表: what the code on a printed sheet opens. Nobody has to be known here, and nobody is named. */
export default function VerifyPage() {
  const { code: scanned = '' } = useRouter().params as { code?: string };
  const [typed, setTyped] = useState(decodeURIComponent(scanned));
  const [sheet, setSheet] = useState<Verification | null>(null);
  const [none, setNone] = useState(false);
  const { busy, fault, run } = useAct();
  const look = (code: string) =>
    run(async () => {
      setSheet(null);
      setNone(false);
      if (typedCode(code) === null) return setNone(true);
      try {
        setSheet(await call('verifyPublication', { params: { code: typedCode(code) ?? code } }));
      } catch (error) {
        if (!(error instanceof CallFailure && error.code === 'NOT_FOUND')) throw error;
        setNone(true);
      }
    });
  // Once, for the code that came with the address.
  useEffect(() => {
    if (scanned) look(decodeURIComponent(scanned));
  }, [scanned]);
  return (
    <Page title="核对公示表">
      {sheet ? <VerifiedSheet sheet={sheet} /> : <Words as="minor">公示表最下面一行有编号。扫旁边的码，或者把编号输进来，就知道公示以后改没改过。</Words>}
      <View className={styles.part}>
        <Field label="编号" value={typed} onChange={setTyped} longest={20} placeholder="如ABCD-EFGH-JKMN" fault={none ? unknown : null} />
      </View>
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button kind={sheet ? 'line' : 'primary'} busy={busy} disabled={typed.trim() === ''} onTap={() => look(typed)}>
          核对
        </Button>
      </View>
    </Page>
  );
}
