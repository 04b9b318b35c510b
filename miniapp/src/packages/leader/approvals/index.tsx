import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useWaiting } from '@/features/approvals/approvals';
import { WaitingThemes } from '@/features/approvals/WaitingThemes';
import { ReflectionList } from '@/features/reflections/ReflectionList';

/** 等你审的: themes for the approver, reflections for the admins. Planning and importing are desktop work. */
export default function ApprovalsPage() {
  const { themes, reflections } = useWaiting();
  return (
    <Page title="等你审的" storedAt={themes?.at ?? reflections?.first.at ?? null}>
      {!themes && !reflections && <EmptyState icon="info" title="这一页给审核人和管理员看" text="需要的话请找镇管理员。" />}
      {themes && <WaitingThemes themes={themes} />}
      {reflections && (
        <>
          <Words as="title">心得</Words>
          <ReflectionList reflections={reflections} empty={<Words as="minor">没有等着看的心得。</Words>} />
        </>
      )}
    </Page>
  );
}
