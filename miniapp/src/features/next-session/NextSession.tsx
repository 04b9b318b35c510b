import { View } from '@tarojs/components';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { sessionKindNames } from '@weidangxiao/shared/rules/study-session.ts';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { timeOf } from '@/components/dates';
import { Icon } from '@/components/Icon';
import { Words } from '@/components/Words';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import type { LeaveActs } from '../leaves/LeaveAct';
import { isToday, pages, type Session, useMySessions, weekdayName } from '../sessions/sessions';
import { SessionRow } from '../sessions/SessionRow';
import { isDoorOpen, signInPage } from '../sign-in/door';
import styles from './NextSession.module.scss';

/** The next two weeks are looked at; what is over today is not next. */
export function useNextSession(): Session | null {
  const today = businessDate(businessNow());
  const { value } = useMySessions(today, addDays(today, 13));
  return (value ?? []).find(({ state, endsAt }) => (state === 'planned' || state === 'open') && endsAt > businessNow()) ?? null;
}

/** 本周: when and where next; once its code is alive, the way to sign in. */
export function NextSession() {
  const session = useNextSession();
  if (!session) return null;
  const signIn = (
    <Button kind="line" size="small" onTap={() => open(signInPage, { session: session.id })}>
      签到
    </Button>
  );
  return (
    <Card rows>
      <SessionRow session={session} end={isDoorOpen(session) ? signIn : <Icon name="chevron-right" size="s" className={styles.arrow} />} />
    </Card>
  );
}

/** In the large version: as one says it, and the two things one may want. */
export function ElderNextSession({ leave }: { leave: LeaveActs }) {
  const session = useNextSession();
  if (!session) return null;
  const { date, startsAt, kind, place } = session;
  return (
    <Card>
      <Words className={styles.when}>{`${isToday(session) ? '今天' : weekdayName(date)}${timeOf(startsAt, true)}，${sessionKindNames[kind]}`}</Words>
      {place.text && <Words as="minor">{place.text}</Words>}
      <View className={styles.acts}>
        {isDoorOpen(session) && (
          <Button grow onTap={() => open(signInPage, { session: session.id })} kind="line">
            签到
          </Button>
        )}
        {leave.act(session)}
        {!isDoorOpen(session) && (
          <Button grow kind="plain" onTap={() => open(pages.session, { id: session.id })}>
            看一看
          </Button>
        )}
      </View>
    </Card>
  );
}
