import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { usePrivacyNotice } from '@/features/account/privacy';
import { PrivacyNotice } from '@/features/account/PrivacyNotice';

/** The privacy notice, for whoever wants to read it again. */
export default function PrivacyPage() {
  const notice = usePrivacyNotice();
  return (
    <Page title="隐私说明" storedAt={notice.at}>
      <Loaded stored={notice} what="隐私说明">
        {(value) => <PrivacyNotice notice={value} />}
      </Loaded>
    </Page>
  );
}
