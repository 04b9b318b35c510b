import { type ReactNode, useState } from 'react';
import css from './phone.module.css';
import { Segments } from './tabs.tsx';

export type Look = 'standard' | 'elder' | 'dark';

const looks = [
  { key: 'standard', label: '标准' },
  { key: 'elder', label: '长辈' },
  { key: 'dark', label: '深色' },
] as const;
const classes: Readonly<Record<Look, string>> = { standard: 'app light', elder: 'app light elder', dark: 'app dark' };

/** A phone with the content in it, drawn with the phone's own tokens, in one of three looks. */
export function Phone({ children }: { children: (look: Look) => ReactNode }) {
  const [look, setLook] = useState<Look>('standard');
  return (
    <section className={css.side} aria-label="手机上是这样">
      <div className={css.bar}>
        <span className="note-size minor">手机上是这样</span>
        <Segments label="预览的样子" tabs={looks} now={look} onPick={setLook} />
      </div>
      <div className={css.phone}>
        <div className={`${classes[look]} ${css.screen}`}>{children(look)}</div>
      </div>
    </section>
  );
}
