import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useCallback, useEffect, useState } from 'react';
import { asFailure, type Failure } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { beginSession } from '../../platform/session.ts';

type Asked = Answer<'createDesktopLogin'>;
const everyMs = 2000;

/** Asks for a code and waits until it is confirmed on the phone; an expired one is replaced by a new one. */
export function useDesktopLogin(): { asked: Asked | null; failure: Failure | null; retry: () => void } {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const askAnew = useCallback(async (): Promise<void> => {
    setAsked(null);
    setFailure(null);
    try {
      setAsked(await call('createDesktopLogin', {}));
    } catch (error) {
      setFailure(asFailure(error));
    }
  }, []);

  useEffect(() => void askAnew(), [askAnew]);
  useEffect(() => {
    if (!asked) return undefined;
    let waiting = true;
    const timer = setInterval(() => {
      void collect(asked).then((answer) => {
        if (!waiting || answer === null || answer.state === 'waiting') return;
        waiting = false;
        if (answer.state === 'logged_in') beginSession(answer);
        else void askAnew();
      });
    }, everyMs);
    return () => {
      waiting = false;
      clearInterval(timer);
    };
  }, [asked, askAnew]);
  return { asked, failure, retry: () => void askAnew() };
}

/** Null when the server could not be asked this time; the next turn asks again. */
function collect({ id, secret }: Asked): Promise<Answer<'collectDesktopLogin'> | null> {
  return call('collectDesktopLogin', { params: { id }, body: { secret } }).catch(() => null);
}
