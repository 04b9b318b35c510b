import { useRouter } from '@tarojs/taro';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { LoginFirst } from '@/features/account/LoginFirst';
import { usePublication } from '@/features/publications/publications';
import styles from '@/features/publications/publications.module.scss';
import { SheetGroups } from '@/features/publications/SheetGroups';
import { SheetLines } from '@/features/publications/SheetLines';
import { useSession } from '@/platform/session';

/** One published month or year: its groups; with `place` the names and grades of one of them. */
export default function PublicationPage() {
  const { kind: asked, period = '', place, name } = useRouter().params as { kind?: string; period?: string; place?: string; name?: string };
  const kind = asked === 'year' ? 'year' : 'month';
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const publication = usePublication(kind, period);
  const title = `${periodInChinese(period)}${kind === 'month' ? '月评' : '年度'}结果`;
  return (
    <Page title={name ? decodeURIComponent(name) : title} storedAt={publication.at}>
      {!loggedIn && <LoginFirst what="公示" />}
      {loggedIn && place !== undefined ? (
        <>
          <Words as="minor" className={styles.about}>{`${title}。按姓氏排，只有姓名和等次。`}</Words>
          <SheetLines kind={kind} period={period} place={Number(place)} />
        </>
      ) : (
        <Loaded stored={publication} what="公示">
          {(value) => <SheetGroups publication={value} />}
        </Loaded>
      )}
    </Page>
  );
}
