import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { DialogProps } from './session-acts.tsx';

export function CancelDialog({ session: { id, expectedCount }, onClose, onDone }: DialogProps) {
  const act = useAct();
  const cancel = async (reason: string): Promise<void> => {
    if (await act.run(() => call('cancelStudySession', { params: { id }, body: { reason } }))) onDone('取消了，应到的人会收到通知');
  };
  const text = `应到的${expectedCount}人会收到通知和这句原因。取消以后不能恢复，改时间请用“改期或延期”。`;
  return <ReasonDialog title="取消这一场" text={text} label="为什么取消" yes="取消这一场" max={100} busy={act.busy} failure={act.failure} onClose={onClose} onDone={(reason) => void cancel(reason)} />;
}
