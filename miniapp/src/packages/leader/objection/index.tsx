import { useRouter } from '@tarojs/taro';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import { useReach } from '@/features/groups/group-members';
import { LogForm } from '@/features/objections/LogForm';
import { back, say } from '@/platform/navigation';
import { useSession } from '@/platform/session';

/** 代记异议: for the leader of a group, what a member said or wrote on paper. */
export default function LogObjectionPage() {
  const { kind, period = '' } = useRouter().params as { kind?: string; period?: string };
  const leads = useSession(({ caller }) => caller?.leads ?? none);
  const me = useSession(({ caller }) => caller?.member?.id ?? null);
  const [groupId, setGroupId] = useState<string | null>(null);
  const group = leads.find(({ id }) => id === groupId) ?? leads[0] ?? null;
  const people = [...useReach(group?.id ?? null).values()].filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, name }));
  const done = (name: string) => {
    say(`${name}的异议记下了`);
    back();
  };
  return (
    <Page title="代记异议">
      {!group && <EmptyState icon="users" title="这一页给组长用" text="自己的异议，在“得分明细”里提。" />}
      {group && leads.length > 1 && <Choice label="哪个小组" options={leads.map(({ id, name }) => ({ value: id, name }))} value={group.id} onChange={setGroupId} />}
      {group && <Words as="title">{`${periodInChinese(period)}的公示`}</Words>}
      {group && <LogForm key={group.id} sheet={{ kind: kind === 'year' ? 'year' : 'month', period }} people={people} onDone={done} />}
    </Page>
  );
}

const none: readonly { id: string; name: string }[] = [];
