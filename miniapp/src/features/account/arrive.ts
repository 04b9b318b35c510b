import { back, replace } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { adoptGuestDraft } from '../check-ins/draft';
import { adoptGuestReadings } from '../lessons/readings';

/** After a login: on to the privacy notice where it was not yet agreed to, else back to what the person was doing. */
export function arrive(): void {
  adoptGuestReadings();
  adoptGuestDraft();
  const { caller } = useSession.getState();
  if (caller?.member && caller.consentVersion === null) replace('packages/account/consent/index');
  else back();
}
