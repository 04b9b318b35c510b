import { call } from '../../platform/request.ts';
import { replacePath } from '../../platform/router.ts';
import { beginSession, useSession } from '../../platform/session.ts';
import { asFailure } from '../../platform/failure.ts';

const prefix = '#link=';

/** A one-time link that an operator made: `/desk/#link=SECRET`. True when the address held one. */
export async function takeLoginLink(): Promise<boolean> {
  const { hash } = window.location;
  if (!hash.startsWith(prefix)) return false;
  const secret = decodeURIComponent(hash.slice(prefix.length));
  // The secret leaves the address bar and the history before anything else happens.
  replacePath('/');
  try {
    beginSession(await call('createLinkLogin', { body: { secret } }));
  } catch (error) {
    useSession.setState({ state: 'out', words: asFailure(error).message });
  }
  return true;
}
