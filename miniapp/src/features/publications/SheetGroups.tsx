import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { Button } from '@/components/Button';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { View } from '@tarojs/components';
import styles from './publications.module.scss';
import { pages, type Publication } from './publications';

/** One published sheet: since when, until when, its code, and its groups in the order in which people count them. */
export function SheetGroups({ publication: { kind, period, state, publishedOn, publishedUntil, code, groups } }: { publication: Publication }) {
  const leads = useSession(({ caller }) => (caller?.leads.length ?? 0) > 0);
  const onShow = state === 'on_show';
  return (
    <>
      <Words as="minor" className={styles.about}>
        {onShow ? `${dateInChinese(publishedOn)}公示，到${dateInChinese(publishedUntil)}。不对的，期间都可以提异议。` : `${dateInChinese(publishedOn)}到${dateInChinese(publishedUntil)}公示过，已锁定。后来更正的，在名字旁边写着。`}
      </Words>
      <Card rows>
        {groups.map(({ place, group, people }) => (
          <Row key={place} title={group?.name ?? '没有小组'} end={`${people}人`} onTap={() => open(pages.one, { kind, period, place: String(place), name: group?.name ?? '没有小组' })} />
        ))}
      </Card>
      {onShow && leads && (
        <View className={styles.act}>
          <Button kind="line" icon="pen-line" onTap={() => open(pages.log, { kind, period })}>
            替组员记一条异议
          </Button>
        </View>
      )}
      <Words as="note" className={styles.about}>{`公示表的编号是${code}。`}</Words>
    </>
  );
}
