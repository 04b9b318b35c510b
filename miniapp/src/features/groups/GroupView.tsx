import { View } from '@tarojs/components';
import { useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Choice } from '@/components/Choice';
import { EmptyState } from '@/components/EmptyState';
import { Picks } from '@/components/Picks';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { open, telephone } from '@/platform/navigation';
import { ReflectionList } from '../reflections/ReflectionList';
import { useReflections } from '../reflections/reflections';
import { useLeaveActs } from '../leaves/LeaveAct';
import { Activities } from '../sessions/Activities';
import styles from './GroupView.module.scss';
import { byName, type Group, type MyGroup, pages, type Person, useTown } from './groups';

type Shown = 'sessions' | 'written' | 'people';
const views = [
  { value: 'sessions', name: '活动' },
  { value: 'written', name: '心得' },
  { value: 'people', name: '组员' },
] as const;
const whose = [
  { value: 'group', name: '本组' },
  { value: 'town', name: '全镇' },
] as const;

/** My group: its calendar, what its people and the town have written, who they are. In the large version what is coming and the group's words. */
export function GroupView({ group, members }: { group: Group; members: MyGroup['members'] }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const [view, setView] = useState<Shown>('sessions');
  const leave = useLeaveActs();
  const shown = elder ? 'sessions' : view;
  return (
    <View className={styles.view}>
      {!elder && <Choice label="看什么" options={views} value={view} onChange={setView} />}
      {shown === 'sessions' && (
        <>
          <Activities act={leave.act} />
          {leave.sheet}
          <Written groupId={group.id} />
        </>
      )}
      {shown === 'written' && <Everybodys group={group} />}
      {shown === 'people' && <People group={group} members={members} />}
    </View>
  );
}

function Everybodys({ group }: { group: Group }) {
  const [of, setOf] = useState<'group' | 'town'>('group');
  return (
    <View className={styles.view}>
      <Picks label="谁的心得" options={whose} chosen={[of]} onPick={setOf} />
      <Written key={of} groupId={of === 'town' ? null : group.id} />
    </View>
  );
}

/** For somebody of no group: what the town has written. */
export function Written({ groupId }: { groupId: string | null }) {
  const reflections = useReflections({ state: 'published', ...(groupId ? { groupId } : {}) });
  return (
    <>
      <View className={styles.head}>
        <Words as="title">心得</Words>
        <Button kind="text" icon="pen-line" onTap={() => open(pages.compose)}>
          写心得
        </Button>
      </View>
      <ReflectionList reflections={reflections} empty={<EmptyState icon="pen-line" title={groupId ? '组里还没有心得' : '镇里还没有心得'} text="写三五句就行，写自己的话。" />} />
      <Card rows>
        <Row icon="scroll-text" title="我的心得" note="草稿、待审的、发布了的" onTap={() => open(pages.reflections)} />
      </Card>
    </>
  );
}

function People({ group, members }: { group: Group; members: readonly Person[] }) {
  const leaders = new Set(group.leaders.map(({ memberId }) => memberId));
  return (
    <>
      <Card rows>
        {[...members].sort(byName).map(({ memberId, name }) => (
          <View key={memberId} className={styles.person}>
            <Avatar name={name} />
            <View className={styles.name}>{name}</View>
            {leaders.has(memberId) && <Words as="note">组长</Words>}
          </View>
        ))}
      </Card>
      <TownPhone />
    </>
  );
}

/** There is always somebody to ask. */
export function TownPhone() {
  const town = useTown().value;
  if (!town?.contactPhone) return null;
  const number = town.contactPhone;
  return (
    <Card rows>
      <Row icon="phone" title="打电话问镇党校" note={number} onTap={() => telephone(number)} />
    </Card>
  );
}
