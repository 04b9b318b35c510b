import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/states.tsx';
import { endSession, useSession } from '../../platform/session.ts';

/** A member without another role: what they come for is on the phone. */
export function NotForDesk() {
  const name = useSession(({ caller }) => caller?.member?.name ?? '');
  return (
    <Empty title={`${name}，你的事在手机上做`}>
      <p>电脑端给镇里和组长排活动、管花名册用。看本周主题、打卡、看得分，请打开手机上的小程序，或者用纸质稿，一样算。</p>
      <p>
        <Button onClick={() => void endSession()}>退出</Button>
      </p>
    </Empty>
  );
}
