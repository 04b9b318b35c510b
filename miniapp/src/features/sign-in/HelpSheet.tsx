import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Loaded } from '@/components/Loaded';
import { Picks } from '@/components/Picks';
import { Row } from '@/components/Row';
import { Sheet } from '@/components/Sheet';
import { Switch } from '@/components/Switch';
import { Words } from '@/components/Words';
import { useSession } from '@/platform/session';
import { byName, useMyGroup } from '../groups/groups';
import styles from './HelpSheet.module.scss';
import type { Helped } from './sign-in';

/** For somebody of the group who has no phone here: who, and that they said yes. It is recorded as done by a helper. */
export function HelpSheet({ onHelp, onClose }: { onHelp: (helped: Helped) => void; onClose: () => void }) {
  const me = useSession(({ caller }) => caller?.member?.id ?? null);
  const group = useMyGroup();
  const [chosen, setChosen] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(false);
  const people = [...(group.value?.members ?? [])].filter(({ memberId }) => memberId !== me).sort(byName);
  const helped = people.find(({ memberId }) => memberId === chosen) ?? null;
  return (
    <Sheet title="替谁签" onClose={onClose}>
      <Words as="minor">人要在场，自己点头。记录里会写明是你替签的。</Words>
      <View className={styles.people}>
        <Loaded stored={group} what="组员">
          {() => <Picks label="替谁签" options={people.map(({ memberId, name }) => ({ value: memberId, name }))} chosen={chosen ? [chosen] : []} onPick={setChosen} />}
        </Loaded>
      </View>
      <Row title={`${helped?.name ?? '本人'}在场，同意我替签`} end={<Switch label="本人在场，同意我替签" on={agreed} onChange={setAgreed} />} />
      <View className={styles.act}>
        <Button disabled={!helped || !agreed} onTap={() => helped && onHelp(helped)}>
          {helped ? `替${helped.name}签` : '先选一位'}
        </Button>
      </View>
    </Sheet>
  );
}
