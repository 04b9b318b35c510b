import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './imports.module.css';

const few = 5;

/** The way back to what was imported, for as long as it may have to be withdrawn; the audit knows of every one. */
export function RecentImports() {
  const reads = useMay('audit.read');
  const rows = useLoaded(reads ? 'written' : null, () => call('listAuditRows', { query: { act: 'roster-import.written', pageSize: few } })).data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label="最近导过的">
      <h2 className="section-title">最近导过的</h2>
      <ul className={css.plainList}>
        {rows.map(({ id, at, by, target }) => (
          <li key={id} className="row">
            <span className="grow">
              {whenInChinese(at)}
              <span className="minor">，{by}导入</span>
            </span>
            <a className="red" href={`#/imports/${target ?? ''}`}>去看看，或撤回</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
