import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Tone } from '../../components/chip.tsx';

export type Reflection = Answer<'getReflection'>;
export type ReflectionState = Reflection['state'];

export const stateNames: Readonly<Record<ReflectionState, string>> = { draft: '草稿', in_review: '待审', published: '已发布', returned: '已退回' };
export const stateTones: Readonly<Record<ReflectionState, Tone>> = { draft: 'line', in_review: 'amber', published: 'green', returned: 'line' };

type Verdict = NonNullable<Reflection['machineCheck']>;
const verdicts: Readonly<Record<Verdict, { words: string; tone: Tone }>> = {
  none: { words: '还没查', tone: 'line' },
  pass: { words: '机器查过，没问题', tone: 'green' },
  review: { words: '机器拿不准，请细看', tone: 'amber' },
  risky: { words: '机器认为有风险', tone: 'amber' },
  unavailable: { words: '机器没查成，请细看', tone: 'amber' },
};

export function verdictOf({ machineCheck }: Reflection): { words: string; tone: Tone } {
  return verdicts[machineCheck ?? 'none'];
}
