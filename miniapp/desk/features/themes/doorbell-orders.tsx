import type { RoundOrder } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { ask } from '../../components/ask.ts';
import { Button } from '../../components/button.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import type { Act } from '../../platform/use-act.ts';
import { type Funnel, orderDone, orderNames } from './push-words.ts';

interface Props {
  funnel: Funnel;
  act: Act;
  onOrdered: (funnel: Funnel) => void;
  /** Somebody else may have been faster: what stands now is asked for. */
  onRefused: () => void;
}

/** What can be ordered of the doorbells now: pause and go on, stop, ring once more for those who failed. */
export function DoorbellOrders({ funnel, act, onOrdered, onRefused }: Props) {
  const rings = useMay('pushes.ring');
  if (!rings || !funnel.ringing) return null;
  const orders = funnel.ringing.orders.filter((order) => order !== 'resend' || funnel.doorbell.failed > 0);
  const give = async (order: RoundOrder): Promise<void> => {
    if (order === 'cancel' && !(await ask(stopping(funnel)))) return;
    const done = await act.run(async () => onOrdered(await call('orderDoorbells', { params: { monday: funnel.monday }, body: { order } })));
    if (done) say(orderDone[order]);
    else onRefused();
  };
  return (
    <>
      {orders.map((order) => (
        <Button key={order} small disabled={act.busy} onClick={() => void give(order)}>
          {orderNames[order]}
        </Button>
      ))}
    </>
  );
}

function stopping({ doorbell }: Funnel) {
  return { title: '叫停这次提醒', text: `还没送的${doorbell.waiting}人不再提醒，他们的次数退回。主题已经在收件箱里，不受影响；叫停以后还可以再提醒。`, yes: '叫停' };
}
