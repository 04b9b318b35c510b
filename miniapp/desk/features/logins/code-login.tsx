import { Button } from '../../components/button.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { Note, Skeleton } from '../../components/states.tsx';
import css from './login-page.module.css';
import { useDesktopLogin } from './use-desktop-login.ts';

/** Eight digits and the same as a square code, to be confirmed in the mini-program. */
export function CodeLogin() {
  const { asked, failure, retry } = useDesktopLogin();
  if (failure) {
    return (
      <div className="stack">
        <Note tone="amber" role="alert">{failure.message}</Note>
        <Button onClick={retry}>再试一次</Button>
      </div>
    );
  }
  if (!asked) return <Skeleton lines={3} />;
  return (
    <section className={css.code} aria-label="用小程序登录">
      <div className={css.qr}><QrCode text={asked.code} alt="登录码的二维码" size={176} /></div>
      <div>
        <p className="minor">登录码</p>
        <output className={css.digits} aria-label={`登录码${asked.code}`}>
          {asked.code.slice(0, 4)}
          <i />
          {asked.code.slice(4)}
        </output>
        <ol className={css.steps}>
          <li>打开手机上的微党校小程序</li>
          <li>点我的，再点登录电脑端</li>
          <li>扫左边的码，或者输入这8位数字</li>
        </ol>
        <p className="faint note-size" role="status">等手机确认。过几分钟没确认会自动换一个新码。</p>
      </div>
    </section>
  );
}
