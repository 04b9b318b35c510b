import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import styles from '@/features/account/Account.module.scss';
import { usePrivacyNotice } from '@/features/account/privacy';
import { PrivacyNotice } from '@/features/account/PrivacyNotice';
import { useAct } from '@/platform/act';
import { agree } from '@/platform/login';
import { back } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 隐私说明: asked before anything personal is recorded, and readable ever after. */
export default function ConsentPage() {
  const notice = usePrivacyNotice();
  const given = useSession(({ caller }) => caller?.consentVersion ?? null);
  const asked = useSession(({ caller }) => caller?.member !== null && caller?.member !== undefined);
  const { busy, fault, run } = useAct();
  return (
    <Page title="隐私说明" storedAt={notice.at}>
      <Loaded stored={notice} what="隐私说明">
        {(value) => (
          <>
            <PrivacyNotice notice={value} />
            {asked && given !== value.version && (
              <View className={styles.acts}>
                <Button busy={busy} onTap={() => run(() => agree(value.version).then(back))}>
                  同意
                </Button>
                <Button kind="plain" onTap={back}>
                  先不同意
                </Button>
                <Words as="note">不同意也能看每周的主题；打卡可以请组长记在纸上，一样算数。</Words>
              </View>
            )}
          </>
        )}
      </Loaded>
      <Fault>{fault}</Fault>
    </Page>
  );
}
