import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { Section } from '../../components/section.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './years.module.css';

type Result = Answer<'listAnnualCorrections'>['items'][number]['before'];

/** The dated lines beside the published ones, the latest first; nothing where there is none. */
export function Corrections({ year }: { year: string }) {
  const { data } = useLoaded(year, () => call('listAnnualCorrections', { params: { year }, query: { pageSize: 100 } }));
  if (!data || data.items.length === 0) return null;
  return (
    <div className={css.part}>
      <Section title={`公示以后更正了${data.total}笔`}>
        <ul className={css.ties}>
          {data.items.map(({ id, member, group, on, reason, before, after, by }) => (
            <li key={id} className={css.tie}>
              <div className="grow">
                <p><b className="medium">{member.name}</b>{group ? `，${group.name}` : ''}，{said(before)}改为{said(after)}</p>
                <p className="note-size minor">{dateWithYear(on)}，{by.name}：{reason}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

const said = ({ T, grade }: Result): string => (T === null ? '不定等次' : `${T}分${grade ? gradeNames[grade] : ''}`);
