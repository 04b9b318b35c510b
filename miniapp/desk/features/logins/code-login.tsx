import { toString as toSvg } from 'qrcode';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
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
      <QrCode text={asked.code} />
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

function QrCode({ text }: { text: string }) {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void toSvg(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }).then((svg) => current && setSource(`data:image/svg+xml,${encodeURIComponent(svg)}`));
    return () => {
      current = false;
    };
  }, [text]);
  return <div className={css.qr}>{source ? <img src={source} alt="登录码的二维码" width={176} height={176} /> : null}</div>;
}
