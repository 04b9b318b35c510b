import { ReasonSheet } from '@/components/ReasonSheet';
import { call } from '@/platform/request';

/** The second step: why one does not agree, for three others. */
export function ContestSheet({ id, onDone, onClose }: { id: string; onDone: () => void; onClose: () => void }) {
  return (
    <ReasonSheet
      title="要求复议"
      text="换三位同志再议一次，定了就不再议。"
      placeholder="为什么不同意，有什么新的情况"
      yes="交上去"
      onReason={async (text) => {
        await call('contestObjection', { params: { id }, body: { text } });
        onDone();
      }}
      onClose={onClose}
    />
  );
}
