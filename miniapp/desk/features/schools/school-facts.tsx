import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Facts } from '../../components/facts.tsx';
import { useMay, useMayFor } from '../../platform/session.ts';
import css from './schools.module.css';
import { leadersOf, type School } from './school-words.ts';

/** Who is in it and where it meets; each leads to where it is kept. */
export function SchoolFacts({ school }: { school: School }) {
  const { id, name, groupName, intro, members, venue, foundedOn } = school;
  const sees = useMayFor('members.read')(id);
  const places = useMay('venues.read');
  const venueWords = venue ? [venue.name, venue.address, venue.seats > 0 ? `${venue.seats}座` : ''].filter(Boolean).join('，') : '';
  return (
    <section className={css.facts} aria-label="这所微党校">
      {intro ? <p className={css.intro}>{intro}</p> : <p className="minor">还没写介绍。写几句村里是什么样，怎么学的。</p>}
      <Facts
        facts={[
          ['小组', <a key="group" className="link" href="#/groups">{groupName}</a>],
          ['组长', leadersOf(school) || <span key="none" className="amber">还没有组长</span>],
          ['人数', sees ? <a key="members" className="link" href={`#/members?group=${id}`}>{members}人</a> : `${members}人`],
          ['在哪里学', venue && places ? <a key="venue" className="link" href={`#/venues/${venue.id}`}>{venueWords}</a> : venueWords || '没有自己的场地，看每一场写的'],
          ['成立', foundedOn ? `${foundedOn.slice(0, 4)}年${dateInChinese(foundedOn)}` : '没填'],
        ]}
      />
      <p className="note-size faint">党员在手机“我的”里点“各村微党校”看到这一页。</p>
    </section>
  );
}
