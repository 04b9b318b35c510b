import { ask } from '@/platform/navigation';
import { waitingOf } from '@/platform/outbox';
import { ownerOf, useSession } from '@/platform/session';
import { unsentMarks } from '../roll-call/marks';

const kept = '它们留在这部手机里，不会混进别人的记录。你再在这部手机上登录，就自动上传。';

/** Somebody else is to use the phone: asked only when something of this person is on it alone. */
export async function mayHandOver(): Promise<boolean> {
  const waiting = waitingNow();
  return waiting === 0 || ask({ title: `还有${waiting}条没有上传`, text: kept, yes: '换人', no: '先不换' });
}

/** 退出登录 is asked about always. */
export function mayLogout(): Promise<boolean> {
  const waiting = waitingNow();
  const text = waiting > 0 ? `还有${waiting}条没有上传。${kept}` : '记下的都在，再登录就能看到。这部手机上不再列出你的名字。';
  return ask({ title: '退出登录？', text, yes: '退出', no: '不退' });
}

function waitingNow(): number {
  const owner = ownerOf(useSession.getState());
  return waitingOf(owner) + unsentMarks(owner);
}
