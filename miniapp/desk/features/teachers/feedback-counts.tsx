import { type Usefulness, usefulness, usefulnessNames } from '@weidangxiao/shared/rules/session-feedback.ts';
import { Section } from '../../components/section.tsx';
import { call } from '../../platform/request.ts';
import { useMayFor } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';

/** What those who were there thought of it: counts, never who said what, and nothing at all below five. */
export function FeedbackCounts({ sessionId, groupId }: { sessionId: string; groupId: string | null }) {
  const sees = useMayFor('session-feedback.read')(groupId);
  const { data } = useLoaded(sees ? sessionId : null, () => call('getSessionFeedback', { params: { id: sessionId } }));
  if (!data) return null;
  const { answers, useful, more } = data;
  const counts = useful ? usefulness.map((key: Usefulness) => `${usefulnessNames[key]}${useful[key]}`).join('，') : null;
  return (
    <Section title="大家怎么说">
      <p className={counts ? '' : 'minor'}>{counts ? `${answers}说了：${counts}${more ? `；还想再听${more}` : ''}` : `说的人${answers}，人少先不显示，免得猜出是谁`}</p>
    </Section>
  );
}
