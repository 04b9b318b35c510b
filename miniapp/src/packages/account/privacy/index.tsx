import { useState } from 'react';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { ConsentState, WithdrawSheet } from '@/features/account/ConsentState';
import { usePrivacyNotice } from '@/features/account/privacy';
import { PrivacyNotice } from '@/features/account/PrivacyNotice';

/** 隐私和我的数据: the notice to read again, and what the person has said to it. */
export default function PrivacyPage() {
  const notice = usePrivacyNotice();
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <Page title="隐私和我的数据" storedAt={notice.at} over={withdrawing ? <WithdrawSheet onClose={() => setWithdrawing(false)} /> : null}>
      <Loaded stored={notice} what="隐私说明">
        {(value) => (
          <>
            <PrivacyNotice notice={value} />
            <ConsentState version={value.version} onWithdraw={() => setWithdrawing(true)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
