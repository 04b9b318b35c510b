import { View } from '@tarojs/components';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { LoginFirst } from '@/features/account/LoginFirst';
import { ComplaintCard } from '@/features/complaints/ComplaintCard';
import styles from '@/features/complaints/complaints.module.scss';
import { ComplaintForm } from '@/features/complaints/ComplaintForm';
import { useMyComplaints, useReceipts } from '@/features/complaints/complaints';
import { FindByReceipt } from '@/features/complaints/FindByReceipt';
import { More } from '@/features/me/More';
import { useSession } from '@/platform/session';

/** 投诉建议: write one, named or not, and see what was answered. */
export default function ComplaintsPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const { first, items, more, act } = useMyComplaints();
  const [receipts, setReceipts] = useReceipts();
  const sent = (receipt: string | null) => {
    if (receipt) setReceipts([receipt, ...receipts]);
    else first.reload();
  };
  return (
    <Page title="投诉建议" storedAt={first.at}>
      {!loggedIn && <LoginFirst what="投诉建议" />}
      {loggedIn && <ComplaintForm onSent={sent} />}
      {loggedIn && <FindByReceipt receipts={receipts} />}
      <Loaded stored={first} what="你写过的">
        {() => (
          <>
            {items.length > 0 && (
              <View className={styles.head}>
                <Words as="title">你写过的</Words>
              </View>
            )}
            {items.map((complaint) => (
              <ComplaintCard key={complaint.id} complaint={complaint} />
            ))}
            <More more={more} act={act} words="看更早的" />
          </>
        )}
      </Loaded>
    </Page>
  );
}
