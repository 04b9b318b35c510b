import type { Role } from '@weidangxiao/shared/permissions.ts';
import { Button } from '../../components/button.tsx';
import { FailureNote } from '../../components/states.tsx';
import { useClock } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { beginSession } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './login-page.module.css';

/** Who has work at a desk; members have theirs on the phone. */
const deskRoles: readonly Role[] = ['admin', 'approver', 'committee', 'leader', 'operator'];

/** In a demo only: become somebody with one click. */
export function DemoLogins() {
  const { demo } = useClock();
  const enter = useAct();
  if (!demo?.demo) return null;
  const become = (role: Role): Promise<boolean> => enter.run(async () => beginSession(await call('createDemoLogin', { body: { role } })));
  return (
    <section className={css.demo} aria-label="演示登录">
      <h2 className="section-title">这是演示，可以直接进</h2>
      <FailureNote failure={enter.failure} />
      <ul>
        {deskRoles.map((role) => {
          const person = demo.roles.find((one) => one.role === role);
          return person ? (
            <li key={role}>
              <Button disabled={enter.busy} onClick={() => void become(role)}>以{person.label}进入</Button>
              <span className="minor note-size">{[person.name, person.tasks].filter(Boolean).join('：')}</span>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}
