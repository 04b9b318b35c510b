import { attendanceStatusNames, markWayNames } from '@weidangxiao/shared/rules/attendance.ts';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { Decide } from '../attendance/decide.tsx';
import { useDecides } from '../attendance/use-decides.ts';
import css from './sessions.module.css';

/** Signed in without a network or after the end, for this session: both times, and a word of somebody who was there. */
export function RollSignIns({ sessionId, onDecided }: { sessionId: string; onDecided: () => Promise<void> }) {
  const loaded = useLoaded(sessionId, () => call('listWaitingSignIns', { query: { sessionId, pageSize: 100 } }));
  const decides = useDecides('attendance.write');
  const items = loaded.data?.items ?? [];
  if (items.length === 0) return null;
  const decided = (): void => {
    void loaded.reload();
    void onDecided();
  };
  return (
    <section className={css.waiting} aria-label="晚到的签到">
      <h2 className="section-title">{items.length}次签到收到晚了，问一问再定</h2>
      <ul>
        {items.map(({ id, member, way, proposed, capturedAt, receivedAt }) => (
          <li key={id} className={css.line}>
            <span className="row wrap">
              <span className="grow">
                <span className="medium">{member.name}</span>
                <span className="note-size minor"> {markWayNames[way]}，手机上是{whenInChinese(capturedAt)}，{whenInChinese(receivedAt)}收到</span>
              </span>
              {decides(member.memberId) ? <Decide name={member.name} yes={`算${attendanceStatusNames[proposed]}`} no="不算" ask="为什么不算" decide={(accept, reason) => call('decideSignIn', { params: { id }, body: { accept, reason } })} onDone={decided} /> : <span className="note-size minor">自己的由镇里定</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
