import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { typedCode } from '@weidangxiao/shared/rules/publication.ts';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useVerification } from '@/features/publications/publications';
import styles from '@/features/publications/publications.module.scss';
import { VerifiedSheet } from '@/features/publications/VerifiedSheet';

const unknown = '没有这个编号。请对着公示表最下面一行，再核对一遍十二个字母和数字';

/** 核对公示表: what the code on a printed sheet opens. Nobody has to be known here, and nobody is named. */
export default function VerifyPage() {
  const scanned = decodeURIComponent((useRouter().params as { code?: string }).code ?? '');
  const [typed, setTyped] = useState(scanned);
  const [asked, setAsked] = useState(scanned);
  const code = typedCode(asked);
  const sheet = useVerification(code);
  const none = asked !== '' && (code === null || sheet.failure?.code === 'NOT_FOUND');
  const look = () => (typed === asked ? sheet.reload() : setAsked(typed));
  return (
    <Page title="核对公示表" storedAt={sheet.at}>
      {(code === null || none) && <Words as="minor">公示表最下面一行有编号。扫旁边的码，或者把编号输进来，就知道公示以后改没改过。</Words>}
      {code !== null && !none && (
        <Loaded stored={sheet} what="这张公示表">
          {(value) => <VerifiedSheet sheet={value} />}
        </Loaded>
      )}
      <View className={styles.part}>
        <Field label="编号" value={typed} onChange={setTyped} longest={20} placeholder="如ABCD-EFGH-JKMN" fault={none ? unknown : null} />
      </View>
      <View className={styles.act}>
        <Button kind={sheet.value ? 'line' : 'primary'} busy={sheet.loading} disabled={typed.trim() === ''} onTap={look}>
          核对
        </Button>
      </View>
    </Page>
  );
}
