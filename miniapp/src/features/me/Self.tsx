import { View } from '@tarojs/components';
import { Avatar } from '@/components/Avatar';
import { Words } from '@/components/Words';
import type { Caller } from '@/platform/session';
import styles from './Self.module.scss';

const titles = [
  ['leader', '组长'],
  ['approver', '审核人'],
  ['committee', '评定委员'],
  ['admin', '镇管理员'],
] as const;

/** Who is logged in, with what they do here. */
export function Self({ caller: { member, operator, roles, town } }: { caller: Caller }) {
  const name = member?.name ?? operator?.name ?? '';
  const place = operator ? '运维' : (member?.groupName ?? town?.name ?? '');
  const held = titles.flatMap(([role, title]) => (roles.includes(role) ? [title] : []));
  return (
    <View className={styles.self}>
      <Avatar name={name} large />
      <View className={styles.words}>
        <Words as="title">{name}</Words>
        <Words as="minor">{[place, ...held].filter(Boolean).join('，')}</Words>
      </View>
    </View>
  );
}
