import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import type { Theme } from '../week/week';
import { CheckInForm } from './CheckInForm';
import { useCheckIn, titleOf } from './check-in';
import { Done, doneTitle, Grains } from './Done';
import { Waiting, WaitingMark, waitingTitle } from './Waiting';

/** The check-in over the lesson that it is about. */
export function CheckInSheet({ theme, onClose }: { theme: Theme; onClose: () => void }) {
  const view = useCheckIn(theme, 'text');
  if (view.show === 'waiting') {
    return (
      <Sheet title={waitingTitle} mark={<WaitingMark />} onClose={onClose}>
        <Waiting monday={theme.monday} onClose={onClose} />
      </Sheet>
    );
  }
  if (view.show === 'done') {
    return (
      <Sheet title={doneTitle(view.checkIn)} mark={<Grains theme={theme} fresh={view.fresh} />} onClose={onClose}>
        <Done checkIn={view.checkIn} leftOver={view.leftOver} theme={theme} onClose={onClose} />
      </Sheet>
    );
  }
  return (
    <Sheet title={titleOf(view) ?? ''} onClose={onClose}>
      <Words as="minor">
        {theme.weekLabel}：{theme.title.replace('\n', '')}
      </Words>
      <CheckInForm {...view} onHandIn={view.handIn} />
    </Sheet>
  );
}
