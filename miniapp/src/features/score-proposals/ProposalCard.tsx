import { View } from '@tarojs/components';
import { scoreProposalStateNames } from '@weidangxiao/shared/rules/score-entry.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Words } from '@/components/Words';
import { type Proposal, proposalText } from './score-proposals';
import styles from './score-proposals.module.scss';

const tones = { waiting: 'amber', accepted: 'green', declined: 'red' } as const;

/** What was proposed, and what the committee said. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { member, state, reason, evidence, on, decision } = proposal;
  return (
    <Card>
      <View className={styles.line}>
        <Chip tone={tones[state]}>{scoreProposalStateNames[state]}</Chip>
        <Words>{`${member.name}，${proposalText(proposal)}`}</Words>
      </View>
      <Words as="minor">{`${dateInChinese(on)}：${reason}`}</Words>
      <Words as="note">{`依据：${evidence}`}</Words>
      {decision?.reason && (
        <View className={styles.answer}>
          <Words as="minor">{`${decision.by.name}：${decision.reason}`}</Words>
        </View>
      )}
    </Card>
  );
}
