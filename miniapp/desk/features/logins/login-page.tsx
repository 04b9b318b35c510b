import { Note } from '../../components/states.tsx';
import { useSession } from '../../platform/session.ts';
import { CodeLogin } from './code-login.tsx';
import { DemoLogins } from './demo-logins.tsx';
import css from './login-page.module.css';

export function LoginPage() {
  const { words } = useSession();
  return (
    <main className={css.page}>
      <div className={css.sheet}>
        <header>
          <h1>微党校 镇管理端</h1>
          <p className="minor">排主题和活动、管花名册、审心得，在电脑上做；组长也能进来排本组的活动</p>
        </header>
        {words ? <Note tone="amber" role="alert">{words}</Note> : null}
        <CodeLogin />
        <DemoLogins />
        <p className="faint note-size">这里没有密码。手机不在身边、微信打不开，请找运维要一条登录链接。</p>
      </div>
    </main>
  );
}
