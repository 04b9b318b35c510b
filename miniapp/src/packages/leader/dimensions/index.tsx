import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { thisYear } from '@/features/hours/hours';
import { DimensionsView } from '@/features/year/DimensionsView';
import { useDimensions } from '@/features/year/year';
import { useSession } from '@/platform/session';

/** 本组的五类学习, for whoever leads a group: how much of each kind it took part in, without a name. */
export default function DimensionsPage() {
  const leads = useSession(({ caller }) => caller?.leads ?? []);
  const [groupId, setGroupId] = useState<string | null>(null);
  const group = leads.find(({ id }) => id === groupId) ?? leads[0] ?? null;
  const dimensions = useDimensions(group?.id ?? null, thisYear());
  return (
    <Page title="本组的五类学习" storedAt={dimensions.at}>
      {!group && <EmptyState icon="users" title="你还没有带小组" text="镇管理员定了组长，这里就能看到本组的学习。" />}
      {group && leads.length > 1 && <Choice label="哪个小组" options={leads.map(({ id, name }) => ({ value: id, name }))} value={group.id} onChange={setGroupId} />}
      {group && <Loaded stored={dimensions} what="本组的学习">{(value) => <DimensionsView key={group.id} of={value} />}</Loaded>}
    </Page>
  );
}
