import type { Role } from '@weidangxiao/shared/permissions.ts';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { roleNames } from '../../platform/role-names.ts';
import { unsavedWords, usePlace } from '../../platform/router.ts';
import { endSession, useSession } from '../../platform/session.ts';
import { destinationsFor, isCurrent } from './navigation.ts';
import css from './shell.module.css';
import { useWaiting } from '../overview/use-waiting.ts';

const townRoles: ReadonlySet<Role> = new Set(['approver', 'committee', 'admin']);

export function Sidebar() {
  const caller = useSession((session) => session.caller);
  const { path } = usePlace();
  const waiting = useWaiting();
  if (!caller) return null;
  return (
    <aside className={`${css.side} no-print`}>
      <p className={css.brand}>
        <b>{caller.town?.schoolName ?? '微党校'}</b>
        <span className="note-size minor">{caller.town ? `${caller.town.name}，${caller.roles.some((role) => townRoles.has(role)) ? '镇管理端' : '组长电脑端'}` : '运维端'}</span>
      </p>
      <nav aria-label="主导航">
        {destinationsFor(caller.roles).map((group) => (
          <ul key={group[0]?.path}>
            {group.map((place) => (
              <li key={place.path}>
                <a href={`#${place.path}`} aria-current={isCurrent(place, path) ? 'page' : undefined}>
                  <Icon name={place.icon} />
                  <span className={css.label}>{place.label}</span>
                  {waiting.counts[place.path] ? <span className={css.count} aria-label={`${waiting.counts[place.path]}件等你处理`}>{waiting.counts[place.path]}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <Me />
    </aside>
  );
}

function Me() {
  const caller = useSession((session) => session.caller);
  const name = caller?.member?.name ?? caller?.operator?.name ?? '';
  const held = (caller?.roles ?? []).filter((role) => role !== 'member').map((role) => roleNames[role]);
  return (
    <div className={css.me}>
      <span className={css.avatar} aria-hidden="true">{name.slice(0, 1)}</span>
      <span className="grow">
        <span className="one-line">{name}</span>
        <span className="note-size minor one-line">{held.join('、')}</span>
      </span>
      <IconButton icon="logOut" label="退出" onClick={() => void leave()} />
    </div>
  );
}

async function leave(): Promise<void> {
  const words = unsavedWords();
  if (words && !(await ask({ title: '还没保存', text: `${words}。退出就没有了。`, yes: '不保存，退出', no: '留在这里' }))) return;
  await endSession();
}
