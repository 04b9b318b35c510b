import { View } from '@tarojs/components';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { LoginFirst } from '@/features/account/LoginFirst';
import { LessonBlocks } from '@/features/lessons/blocks/LessonBlocks';
import { usePlan } from '@/features/schools/schools';
import { useSession } from '@/platform/session';

/** 实施方案: the version in force, to read. */
export default function PlanPage() {
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const plan = usePlan();
  const none = plan.value === null && plan.failure?.status === 404;
  return (
    <Page title="实施方案" storedAt={plan.at}>
      {!loggedIn && <LoginFirst what="实施方案" />}
      {none ? (
        <EmptyState icon="file-text" title="实施方案还没有发" text="镇里在电脑上发了，这里就看得到。" />
      ) : (
        <Loaded stored={plan} what="实施方案">
          {({ title, version, effectiveFrom, state, changes, blocks }) => (
            <>
              <Words as="page">{title}</Words>
              <Words as="minor">{`第${version}版，${effectiveFrom.slice(0, 4)}年${dateInChinese(effectiveFrom)}起${state === 'coming' ? '要' : ''}执行`}</Words>
              {version > 1 && <Words as="note">{`这一版改了：${changes}`}</Words>}
              <View>
                <LessonBlocks blocks={blocks} />
              </View>
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
