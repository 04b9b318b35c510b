import { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { goOnSendingMarks } from '@/features/roll-call/send-marks';
import { goOnHandingIn } from '@/features/reflections/hand-in';
import { launch, launchQuery, show } from '@/platform/launch';
import '../tokens/tokens.css';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(launch);
  useDidShow((options) => {
    show((options as { query?: Record<string, string> } | undefined)?.query ?? launchQuery());
    goOnHandingIn();
    goOnSendingMarks();
  });
  return children;
}
