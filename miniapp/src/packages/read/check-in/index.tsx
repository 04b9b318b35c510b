import { useRouter } from '@tarojs/taro';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { CheckInBody } from '@/features/check-ins/CheckInBody';
import { useWeekOf } from '@/features/week/theme-of';
import { back } from '@/platform/navigation';

/** 打卡: one line for one Monday. */
export default function CheckInPage() {
  const { monday, voice } = useRouter().params as { monday?: string; voice?: string };
  const { stored, theme } = useWeekOf(monday ?? null);
  return (
    <Page title={theme ? `${theme.weekLabel}打卡` : '打卡'} storedAt={stored.at}>
      {theme ? <CheckInBody theme={theme} first={voice ? 'voice' : 'text'} onClose={back} /> : <Loaded stored={stored} what="这一周">{() => null}</Loaded>}
    </Page>
  );
}
