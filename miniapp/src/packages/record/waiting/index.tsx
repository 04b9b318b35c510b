import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { WaitingRecord } from '@/features/me/WaitingRecord';
import { useAct } from '@/platform/act';
import { sendWaiting, useOutbox } from '@/platform/outbox';

/** 等待上传: everything of this person that is on this phone alone, the oldest first, as it will go up. */
export default function WaitingPage() {
  const items = useOutbox((outbox) => outbox.items);
  const { busy, run } = useAct();
  const sendable = items.some(({ refused }) => !refused);
  const foot = sendable ? (
    <Button busy={busy} onTap={() => run(sendWaiting)}>
      现在上传
    </Button>
  ) : undefined;
  return (
    <Page title="等待上传" foot={foot}>
      {items.length === 0 ? (
        <EmptyState icon="circle-check" title="都交上去了" text="这部手机上没有等着上传的记录。" />
      ) : (
        <Words as="minor">这些都存在本机，关掉也不会丢。联网后自动上传，写下的时间照样算。</Words>
      )}
      {items.map((record) => (
        <WaitingRecord key={record.clientId} record={record} />
      ))}
    </Page>
  );
}
