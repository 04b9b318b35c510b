import type { ReactNode } from 'react';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { today } from '../../platform/clock.ts';
import { useSession } from '../../platform/session.ts';
import css from './hours-paper.module.css';

interface Props {
  title: string;
  /** Whose it is: the group, or the member with theirs. */
  unit: string;
  /** From 1. */
  page: number;
  pages: number;
  /** The last one is signed. */
  signers: readonly string[];
  children: ReactNode;
}

/** One A4 page: whose it is, of which day, which of how many; the last one has the lines to sign on. */
export function PaperSheet({ title, unit, page, pages, signers, children }: Props) {
  const school = useSession(({ caller }) => caller?.town?.schoolName ?? '');
  return (
    <article className={css.sheet} aria-label={`${title}第${page}页`}>
      <h2>{title}</h2>
      <p className={css.head}>
        <span>单位：{school}{unit ? `，${unit}` : ''}</span>
        <span>算到{today().slice(0, 4)}年{dateInChinese(today())}</span>
        <span>第{page}页，共{pages}页</span>
      </p>
      {children}
      {page === pages ? (
        <footer className={css.foot}>
          <p>学时从活动的出勤来：到场记全，迟到早退记一半，请假和没到不记，补学核实了记全。对不上，找组长查哪一场。</p>
          <p className={css.signers}>
            {signers.map((name) => (
              <span key={name}>{name}<i /></span>
            ))}
            <span>日期<i /></span>
          </p>
        </footer>
      ) : null}
    </article>
  );
}
