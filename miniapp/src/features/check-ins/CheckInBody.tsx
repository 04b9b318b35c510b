import { Phrases } from '@/components/Phrases';
import { Words } from '@/components/Words';
import type { Theme } from '../week/week';
import { CheckInForm } from './CheckInForm';
import styles from './CheckInForm.module.scss';
import { useCheckIn } from './check-in';
import { Done, doneTitle, Grains } from './Done';
import type { Draft } from './draft';
import { Waiting, WaitingMark, waitingTitle } from './Waiting';

/** The check-in as a page of its own, opened from this week. */
export function CheckInBody({ theme, first, onClose }: { theme: Theme; first: Draft['kind']; onClose: () => void }) {
  const view = useCheckIn(theme, first);
  if (view.show === 'waiting') {
    return (
      <>
        <WaitingMark />
        <Words as="page">{waitingTitle}</Words>
        <Waiting monday={theme.monday} onClose={onClose} />
      </>
    );
  }
  if (view.show === 'done') {
    return (
      <>
        <Grains theme={theme} fresh={view.fresh} />
        <Words as="page">{doneTitle(view.checkIn)}</Words>
        <Done checkIn={view.checkIn} leftOver={view.leftOver} theme={theme} onClose={onClose} />
      </>
    );
  }
  return (
    <>
      <Words as="page" className={styles.top}>
        <Phrases text={theme.title.replace('\n', '')} />
      </Words>
      <Words as="minor" className={styles.theme}>这一周，你记住了哪一句？写一句、说一句都行，自己的话最好。</Words>
      <CheckInForm {...view} onHandIn={view.handIn} />
    </>
  );
}
