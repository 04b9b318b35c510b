import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { Switch } from '@/components/Switch';
import { setAppearance, type Theme, useAppearance } from '@/platform/appearance';

const themes: readonly { readonly theme: Theme; readonly words: string }[] = [
  { theme: 'system', words: '跟随手机' },
  { theme: 'light', words: '浅色' },
  { theme: 'dark', words: '深色' },
];

/** The large version, and light or dark; kept on this phone. */
export function Appearances() {
  const { elder, theme } = useAppearance();
  const now = themes.findIndex((one) => one.theme === theme);
  const next = themes[(now + 1) % themes.length];
  return (
    <Card>
      <Row title="长辈版" note="字大、按钮大、内容少" end={<Switch label="长辈版" on={elder} onChange={(on) => setAppearance({ elder: on })} />} />
      <Row title="颜色" note="点一下换一种" end={themes[now]?.words} onTap={() => next && setAppearance({ theme: next.theme })} />
    </Card>
  );
}
