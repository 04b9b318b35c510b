import { NotForDesk } from './not-for-desk.tsx';
import { Pages } from './pages.tsx';
import css from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { Note } from '../../components/states.tsx';
import { useSession } from '../../platform/session.ts';
import { useOnline } from '../../platform/use-online.ts';

export function Shell() {
  const online = useOnline();
  const roles = useSession(({ caller }) => caller?.roles ?? []);
  if (roles.every((role) => role === 'member')) return <NotForDesk />;
  return (
    <div className={css.shell}>
      <Sidebar />
      <main className={css.main}>
        {online ? null : <Note tone="amber" role="status">断网了。可以接着看，改的内容先别关，联网后再保存</Note>}
        <Pages />
      </main>
    </div>
  );
}
