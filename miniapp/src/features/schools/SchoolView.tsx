import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { ReactNode } from 'react';
import { Card } from '@/components/Card';
import { dayOf } from '@/components/dates';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import { SessionRow } from '../sessions/SessionRow';
import type { School } from './schools';
import styles from './schools.module.scss';

const reflection = 'packages/leader/reflection/index';

/** A village's own school: who, where, what comes next, what was held, what its people wrote. */
export function SchoolView({ school }: { school: School }) {
  const { name, groupName, intro, foundedOn, leaders, members, venue, next, past, reflections } = school;
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <>
      <Words as="page">{name}</Words>
      {name !== groupName && <Words as="minor">{groupName}</Words>}
      {intro && <Words className={styles.intro}>{intro}</Words>}
      <Card rows>
        <Row icon="users" title={`${members}人`} note={leaders.length > 0 ? `组长${leaders.map(({ name: one }) => one).join('、')}` : '还没有组长'} />
        {venue && <Row icon="map-pin" title={venue.name} note={[venue.address, venue.seats > 0 && `坐得下${venue.seats}人`].filter(Boolean).join('，')} />}
        {foundedOn && <Row icon="calendar-days" title={`${foundedOn.slice(0, 4)}年${dateInChinese(foundedOn)}办起来的`} />}
      </Card>
      <Part title="下一次学习">{next ? <Card rows><SessionRow session={next} /></Card> : <Words as="minor">还没有排</Words>}</Part>
      {!elder && past.length > 0 && (
        <Part title="办过的学习">
          {past.map((session) => (
            <SessionRow key={session.id} session={session} dated />
          ))}
        </Part>
      )}
      {!elder && reflections.length > 0 && (
        <Part title="组里的心得">
          <Card rows>
            {reflections.map(({ id, title, author, publishedAt }) => (
              <Row key={id} icon="pen-line" title={title} note={`${author.name}${publishedAt ? `，${dayOf(publishedAt)}` : ''}`} onTap={() => open(reflection, { id })} />
            ))}
          </Card>
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <Words as="title" className={styles.head}>
        {title}
      </Words>
      {children}
    </>
  );
}
