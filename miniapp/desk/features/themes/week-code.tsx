import { weekPath } from '@weidangxiao/shared/rules/week-code.ts';
import { QrCode } from '../../components/qr-code.tsx';
import { useClock } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useSession } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './pack-page.module.css';

const side = 132;
const alt = '打开这一周的二维码';

/** WeChat's own code of the week; without one, a drawn code of its public address. Both open it on any phone. */
export function WeekCode({ monday }: { monday: string }) {
  const town = useSession(({ caller }) => caller?.town?.code ?? '');
  // The demo's WeChat is none that a camera knows.
  const demo = useClock((clock) => clock.demo?.demo ?? false);
  const { data, failure } = useLoaded(monday, () => call('getWeekCode', { params: { monday } }));
  if (!data && !failure) return <figure className={css.code} />;
  const image = demo ? null : (data?.image ?? null);
  return (
    <figure className={css.code}>
      {image ? <img src={image} alt={alt} width={side} height={side} /> : <QrCode text={`${window.location.origin}${weekPath(town, monday)}`} alt={alt} size={side} />}
      <figcaption>{image ? '微信扫一扫，看和听' : '手机扫一扫，看和听'}</figcaption>
    </figure>
  );
}
