import { complaintAboutNames } from '@weidangxiao/shared/rules/complaint.ts';
import { Empty } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { ComplaintItem } from './complaint-item.tsx';
import { ComplaintList } from './complaint-list.tsx';
import type { Escalated } from './complaint-words.ts';

/** For the district: what a town has not answered in time, and what is about a town itself. Nobody's name comes here. */
export function EscalatedPage() {
  return (
    <ComplaintList
      aside="镇里10个工作日没答复的，和说镇里做法的"
      waiting={0}
      empty={{ open: <Empty title="没有转上来的" />, answered: <Empty title="还没有答复过的" /> }}
      load={(query) => call('listEscalatedComplaints', { query })}
      item={(complaint: Escalated, reload) => <ComplaintItem key={complaint.id} complaint={complaint} head={headOf(complaint)} due={whyOf(complaint)} late={complaint.why === 'waited'} answer={answerOf(complaint)} onAnswer={(text) => call('answerEscalatedComplaint', { params: { id: complaint.id }, body: { text } })} onDone={reload} />}
    />
  );
}

function answerOf({ answer }: Escalated): string | null {
  return answer && `${dateWithYear(answer.on)}答复：${answer.text}`;
}

function headOf({ about, town, receivedOn }: Escalated): string {
  return `${town.name}，${complaintAboutNames[about]}，${dateWithYear(receivedOn)}收到`;
}

function whyOf({ why, since }: Escalated): string {
  return why === 'about_town' ? '说的是镇里的做法，直接到区里' : `镇里没有按时答复，${dateWithYear(since)}转来`;
}
