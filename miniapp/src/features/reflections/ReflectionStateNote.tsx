import { NoteBar } from '@/components/NoteBar';
import { useSession, may } from '@/platform/session';
import type { Reflection } from './reflections';

/** Where it is on its way, for those whom that concerns; readers of what is published see nothing. */
export function ReflectionStateNote({ reflection: { state, returnedReason, machineCheck } }: { reflection: Reflection }) {
  const reviews = useSession(({ caller }) => may(caller, 'reflections.review'));
  if (state === 'returned') {
    return (
      <NoteBar tone="amber" icon="info">
        请再改改：{returnedReason}
      </NoteBar>
    );
  }
  if (state === 'draft') return <NoteBar icon="pen-line">还是草稿，没有交上去</NoteBar>;
  if (state === 'published') return null;
  const doubted = reviews && machineCheck !== 'pass';
  return (
    <NoteBar tone={doubted ? 'amber' : 'blue'} icon={doubted ? 'triangle-alert' : 'clock'}>
      {reviews ? forReviewers[machineCheck ?? 'none'] : '正在核对，看过就发布'}
    </NoteBar>
  );
}

/** The machine only ever informs whoever reviews. */
const forReviewers: Readonly<Record<NonNullable<Reflection['machineCheck']>, string>> = {
  none: '微信核对还没有结果，请自己看仔细',
  pass: '微信核对没有发现问题，发布前请再看一遍',
  review: '微信核对说有的地方要人来看，请看仔细',
  risky: '微信核对提醒可能有不合适的内容，请逐句看',
  unavailable: '微信核对没有做成，请自己看仔细',
};
