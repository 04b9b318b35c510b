import { QrCode } from '../../components/qr-code.tsx';
import type { PaperForm } from './paper-choice.ts';
import css from './print-form.module.css';

type Table = PaperForm['tables'][number];
type Fact = PaperForm['facts'][number];

const blank = '　　　　　　';

/** A form as it comes out of the printer: A4, the headings on every page, the pages counted at the foot. */
export function PrintForm({ form }: { form: PaperForm }) {
  const { title, unit, date, landscape, lead, facts, tables, notes, signatures, check } = form;
  return (
    <div className={`app light ${css.desk}`}>
      <style>{pageRules(form)}</style>
      <article className={`${css.sheet} ${landscape ? css.wide : ''}`} aria-label={title}>
        <h2>{title}</h2>
        <p className={css.under}>
          <span>填报单位：{unit}</span>
          <span>填表日期：{date}</span>
        </p>
        {lead ? <p className={css.lead}>{lead}</p> : null}
        {facts.length > 0 ? <Facts facts={facts} /> : null}
        {tables.map((table, at) => (
          <Rows key={at} table={table} />
        ))}
        {check ? <div className={css.check}><QrCode text={check.address} alt={`核对编号${check.code}的二维码`} size={76} /></div> : null}
        {notes.map((note, at) => (
          <p key={note} className={css.note}>{at === 0 ? '说明：' : ''}{note}</p>
        ))}
        {signatures.length > 0 ? <p className={css.signed}>{signatures.map((who) => `${who}：${blank}`).join('')}日期：　　年　　月　　日</p> : null}
      </article>
    </div>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(({ label, value, wide }, at) => (
        <div key={label} className={wide || isAlone(facts, at) ? css.whole : ''}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The last of an odd number of short ones before a long one, or the end. */
function isAlone(facts: readonly Fact[], at: number): boolean {
  let before = 0;
  while (facts[at - before - 1] && !facts[at - before - 1]?.wide) before += 1;
  return before % 2 === 0 && (facts[at + 1]?.wide ?? true);
}

function Rows({ table: { heading, columns, rowHeight, rows, cut } }: { table: Table }) {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <>
      {heading ? <h3>{heading}</h3> : null}
      <table>
        <colgroup>{columns.map(({ key, width }) => <col key={key} style={{ width: `${(width / whole) * 100}%` }} />)}</colgroup>
        <thead>
          <tr>{columns.map(({ key, label }) => <th key={key} scope="col">{label}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} style={rowHeight ? { height: `${rowHeight}mm` } : {}}>
              {columns.map(({ key, align }, place) => <td key={key} className={align === 'left' ? css.left : ''}>{row[place]}</td>)}
            </tr>
          ))}
          {rows.length === 0 ? <tr><td colSpan={columns.length}>没有记录</td></tr> : null}
        </tbody>
      </table>
      {cut ? <p className={css.note}>后面还有，这里只显示前{rows.length}行。下载的文件里是全的。</p> : null}
    </>
  );
}

/** Over the console's own rule for pages, as long as this form is shown. */
function pageRules({ unit, title, landscape }: PaperForm): string {
  const foot = `${unit}　${title}　第`.replace(/["\\<\n]/g, '');
  return `@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 18mm 16mm 20mm; @bottom-center { content: "${foot}" counter(page) "页，共" counter(pages) "页"; font-size: 9pt; } }`;
}
