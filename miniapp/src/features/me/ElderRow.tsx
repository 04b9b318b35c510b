import { Row } from '@/components/Row';
import { Switch } from '@/components/Switch';
import { setAppearance, useAppearance } from '@/platform/appearance';

/** The large version, on and off with one tap; kept on this phone. */
export function ElderRow() {
  const elder = useAppearance((appearance) => appearance.elder);
  return <Row icon="type" title="长辈版" note="字大、按钮大、内容少" end={<Switch label="长辈版" on={elder} onChange={(on) => setAppearance({ elder: on })} />} />;
}
