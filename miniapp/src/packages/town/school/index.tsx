import { useRouter } from '@tarojs/taro';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { LoginFirst } from '@/features/account/LoginFirst';
import { SchoolView } from '@/features/schools/SchoolView';
import { useSchool } from '@/features/schools/schools';
import { useSession } from '@/platform/session';

/** 一个村的微党校 */
export default function SchoolPage() {
  const { id = '' } = useRouter().params;
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const school = useSchool(id);
  return (
    <Page title="微党校" storedAt={school.at}>
      {!loggedIn && <LoginFirst what="微党校" />}
      <Loaded stored={school} what="这个微党校">
        {(value) => <SchoolView school={value} />}
      </Loaded>
    </Page>
  );
}
