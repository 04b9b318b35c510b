import { useRouter } from '@tarojs/taro';
import { monthOf } from '@weidangxiao/shared/rules/week.ts';
import { type ReactNode, useState } from 'react';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { CallTown } from '@/features/account/CallTown';
import { LoginFirst } from '@/features/account/LoginFirst';
import { useTown } from '@/features/account/town';
import { ObjectFoot } from '@/features/objections/ObjectFoot';
import { Corrections } from '@/features/receipts/Corrections';
import { MonthSwitch } from '@/features/receipts/MonthSwitch';
import { PublishedHead, PublishedSum } from '@/features/receipts/Published';
import { Objectable, useReceiptObjecting } from '@/features/receipts/ReceiptObjections';
import { ReceiptView } from '@/features/receipts/ReceiptView';
import { thisMonth, useReceipt } from '@/features/receipts/receipts';
import { RemindMe } from '@/features/reminders/RemindMe';
import { useAppearance } from '@/platform/appearance';
import { useSession } from '@/platform/session';

/** 得分明细: a member's months; the committee opens another member's with `member` and `name`. */
export default function ReceiptPage() {
  const { month: asked, member = null, name } = useRouter().params as { month?: string; member?: string; name?: string };
  const last = thisMonth();
  const [month, setMonth] = useState(asked && /^\d{4}-\d{2}$/.test(asked) && asked <= last ? asked : last);
  const elder = useAppearance((appearance) => appearance.elder);
  const loggedIn = useSession(({ caller }) => Boolean(caller?.member));
  const receipt = useReceipt(month, member);
  const town = useTown().value;
  const [sheet, setSheet] = useState<ReactNode>(null);
  const own = member === null ? receipt.value : null;
  const { object, lines, own: objections } = useReceiptObjecting(own, setSheet);
  return (
    <Page title={name ? `${decodeURIComponent(name)}的得分明细` : '得分明细'} storedAt={receipt.at} foot={object ? <ObjectFoot onObject={() => object(null)} /> : undefined} over={sheet}>
      {!loggedIn && <LoginFirst what="得分明细" />}
      {loggedIn && <MonthSwitch month={month} first={town ? monthOf(town.foundedOn) : month} last={last} onChange={setMonth} />}
      <Loaded stored={receipt} what="得分明细">
        {(value) => (
          <Objectable lines={elder ? null : lines}>
            {value.published && <PublishedHead receipt={value} elder={elder} />}
            {value.published && <PublishedSum receipt={value} elder={elder} />}
            <Corrections corrections={value.corrections ?? []} />
            <ReceiptView key={month} receipt={value} elder={elder} />
          </Objectable>
        )}
      </Loaded>
      {own && objections}
      {own && !elder && !own.published?.locked && <RemindMe kinds={['month_published', 'objection_answered']} words="出公示、有答复时提醒我" done="公示出来、异议有了答复，微信里提醒你。" />}
      {(receipt.value ?? receipt.failure) && <CallTown />}
    </Page>
  );
}
