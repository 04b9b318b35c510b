import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { addsUp } from './adds-up';
import { DimensionLine } from './DimensionLine';
import { GivenLine } from './GivenLine';
import { MonthSum } from './MonthSum';
import styles from './Receipt.module.scss';
import type { Receipt } from './receipts';
import { Score } from './Score';
import { WhoSees } from './WhoSees';

/** A month's points, every one with its reason. In the large version the sentence first, the reasons on request. */
export function ReceiptView({ receipt, elder }: { receipt: Receipt; elder: boolean }) {
  const [reasons, setReasons] = useState(false);
  return (
    <>
      <MonthSum receipt={receipt} elder={elder} />
      {elder && !reasons ? (
        <View className={styles.call}>
          <Button kind="plain" onTap={() => setReasons(true)}>
            看每一项
          </Button>
        </View>
      ) : (
        <Card rows>
          {receipt.lines.map((line) => (
            <DimensionLine key={line.dimension} line={line} />
          ))}
          {/* A receipt that this phone kept from before may lack them. */}
          {(receipt.given ?? []).map((given) => (
            <GivenLine key={given.kind} given={given} />
          ))}
          {addsUp(receipt) && <Score receipt={receipt} />}
        </Card>
      )}
      <WhoSees rubricVersion={receipt.rubricVersion} asOf={receipt.asOf} />
    </>
  );
}
