import { complaintAboutNames } from '@weidangxiao/shared/rules/complaint.ts';
import { Empty } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useWaitingStore } from '../overview/waiting.ts';
import { ComplaintItem } from './complaint-item.tsx';
import { ComplaintList } from './complaint-list.tsx';
import type { Complaint } from './complaint-words.ts';

/** What people complain about and propose; the oldest that waits comes first. One about the town itself is not here. */
export function ComplaintsPage() {
  const waiting = useWaitingStore(({ complaints }) => complaints);
  const elsewhere = '说镇里做法的，直接到区里，不在这里';
  return (
    <ComplaintList
      aside="10个工作日没答复，就转到区里"
      waiting={waiting}
      empty={{ open: <Empty title="没有等着答复的">{elsewhere}</Empty>, answered: <Empty title="还没有答复过的">{elsewhere}</Empty> }}
      load={(query) => call('listComplaints', { query })}
      item={(complaint: Complaint, reload) => <ComplaintItem key={complaint.id} complaint={complaint} head={headOf(complaint)} due={dueOf(complaint)} late={complaint.atDistrict} answer={answerOf(complaint)} onAnswer={(text) => call('answerComplaint', { params: { id: complaint.id }, body: { text } })} onDone={reload} />}
    />
  );
}

function headOf({ about, writer, anonymous, receivedOn }: Complaint): string {
  return `${complaintAboutNames[about]}，${anonymous ? '没有署名' : (writer?.name ?? '')}，${dateWithYear(receivedOn)}收到`;
}

function dueOf({ toDistrictOn, atDistrict }: Complaint): string {
  return atDistrict ? '已经转到区里，镇里也还能答复' : `${dateWithYear(toDistrictOn)}还没答复就转到区里`;
}

function answerOf({ answer }: Complaint): string | null {
  return answer ? `${answer.from === 'district' ? '区里' : (answer.by?.name ?? '镇里')}${dateWithYear(answer.on)}答复：${answer.text}` : null;
}
