import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Phrases } from '@/components/Phrases';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { LoginFirst } from '@/features/account/LoginFirst';
import { pages, useCourseSet } from '@/features/courses/courses';
import { categoryNames } from '@/features/lessons/categories';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** A set of lessons for one kind of people, in their order; a step opens once its lesson was sent. */
export default function CourseSetPage() {
  const { id = '' } = useRouter().params;
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const set = useCourseSet(id);
  return (
    <Page title="一套课" storedAt={set.at}>
      {!loggedIn && <LoginFirst what="课" />}
      <Loaded stored={set} what="这套课">
        {({ title, tagName, why, steps, closed }) => (
          <>
            <Words as="page">
              <Phrases text={title} />
            </Words>
            <Words as="minor">{`给${tagName}。${why}${closed ? '（已经停用）' : ''}`}</Words>
            <Card rows>
              {steps.map(({ topic, lesson }, at) => (
                <Row key={`${at}${topic}`} lead={<Words as="minor">{at + 1}</Words>} title={lesson?.title ?? topic} note={lesson ? `${categoryNames[lesson.category]}，约${lesson.minutes}分钟` : '还没有发，发了就能看'} onTap={lesson ? () => open(pages.lesson, { id: lesson.id }) : undefined} />
              ))}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
