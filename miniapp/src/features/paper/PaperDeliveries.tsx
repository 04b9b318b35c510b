import { View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import styles from './PaperDeliveries.module.scss';
import { tick, type Ticked } from './paper-deliveries';

/** Whom the leader brings the printed sheet: tap once it is in their hands, tap again to take that back. */
export function PaperDeliveries({ deliveries }: { deliveries: readonly Ticked[] }) {
  if (deliveries.length === 0) return null;
  const left = deliveries.filter(({ handedOver }) => !handedOver).length;
  return (
    <View className={styles.section}>
      <Words as="title">纸质学习单</Words>
      <Words as="note">{left > 0 ? `还有${left}份要送，送到了点一下` : '都送到了'}</Words>
      <Card rows>
        {deliveries.map((delivery) => (
          <Line key={delivery.id} delivery={delivery} />
        ))}
      </Card>
    </View>
  );
}

function Line({ delivery }: { delivery: Ticked }) {
  const { member, handedOver, waiting } = delivery;
  const { run } = useAct();
  return (
    <Tap role="checkbox" checked={handedOver} label={`${member.name}的学习单${handedOver ? '送到了' : ''}`} className={styles.line} onTap={() => run(() => tick(delivery, !handedOver))}>
      <View className={styles.name}>{member.name}</View>
      <View className={styles.state}>{handedOver ? (waiting ? '送到了，等待上传' : '送到了，点一下撤回') : '还没送'}</View>
      <View className={classes(styles.box, handedOver && styles.ticked)}>{handedOver && <Icon name="check" size="s" />}</View>
    </Tap>
  );
}
