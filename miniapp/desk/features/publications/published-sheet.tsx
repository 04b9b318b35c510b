import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { locksOn } from '@weidangxiao/shared/rules/month-calendar.ts';
import { dateInChinese, startOf } from '@weidangxiao/shared/rules/week.ts';
import { Chip } from '../../components/chip.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { Ready } from '../../components/states.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { useWaitingStore } from '../overview/waiting.ts';
import css from './publications.module.css';
import { verificationAddress } from './verification-address.ts';

type Publication = Answer<'getPublication'>;

/** The sheet as it was put up: its code, how long it is on show, and what has come in meanwhile. */
export function PublishedSheet({ kind, period }: { kind: 'month' | 'year'; period: string }) {
  const loaded = useLoaded(`${kind} ${period}`, () => call('getPublication', { params: { kind, period } }));
  useReloadOnJump(loaded);
  return <Ready of={loaded} lines={3}>{(publication) => <Sheet publication={publication} />}</Ready>;
}

function Sheet({ publication: { code, publishedOn, publishedUntil, publishedBy, state } }: { publication: Publication }) {
  const objections = useWaitingStore((waiting) => waiting.objections);
  return (
    <section className={css.sheet} aria-label="公示表">
      <div className={css.qr}><QrCode text={verificationAddress(code)} alt="核对这张公示表的二维码" size={104} /></div>
      <div className={css.sheetWords}>
        <p className="row">
          <b className="section-title">{dateInChinese(publishedOn)}公示，到{dateInChinese(publishedUntil)}</b>
          {state === 'locked' ? <Chip>已锁定</Chip> : <Chip tone="amber">{daysLeft(publishedUntil)}</Chip>}
        </p>
        <p className="minor">
          {publishedBy ? `${publishedBy.name}公示。` : ''}
          {state === 'locked' ? '要改，只能另记一笔更正。' : `${dateInChinese(locksOn(publishedUntil))}自动锁定，不用再按。`}
        </p>
        <p className="minor">编号<span className={css.code}>{code}</span>印在公示表上。扫码或输编号，能查到它公示以后改没改过，不显示姓名。</p>
      </div>
      <ul className={css.todo}>
        <li><a href="#/objections">{objections > 0 ? <><b className="amber">{objections}</b>条异议等答复</> : '没有等答复的异议'}</a></li>
        <li><a href="#/score-adjustments">看更正</a></li>
      </ul>
    </section>
  );
}

/** Calendar days, today among them: the date beside it says the rest. */
function daysLeft(until: string): string {
  const days = Math.round((startOf(until) - startOf(today())) / 86_400_000);
  return days === 0 ? '今天最后一天' : `还有${days}天`;
}
