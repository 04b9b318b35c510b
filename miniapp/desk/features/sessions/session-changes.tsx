import { Section } from '../../components/section.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import css from './sessions.module.css';
import type { SessionDetail } from './session-words.ts';

const kindWords: Readonly<Record<SessionDetail['changes'][number]['kind'], string>> = { moved: '改期', correction: '更正', late_marks: '收尾以后到的点名' };

/** What changed after it was told or closed out, with both sides of it. */
export function SessionChanges({ changes }: { changes: SessionDetail['changes'] }) {
  if (changes.length === 0) return null;
  return (
    <Section title="变动">
      <ul>
        {changes.map(({ id, kind, at, by, why, lines }) => (
          <li key={id} className={css.line}>
            <p>
              {kindWords[kind]}：{why}
            </p>
            {lines.map(({ field, label, before, after }) => (
              <p key={field + label} className="note-size">
                <span className="minor">{label}：</span>
                <s className="faint">{before ?? '没有'}</s> → {after ?? '没有'}
              </p>
            ))}
            <p className="note-size minor">{by.name}，{whenInChinese(at)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
