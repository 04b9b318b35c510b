import { useRouter } from '@tarojs/taro';
import { mayApprove } from '@weidangxiao/shared/rules/theme.ts';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { NoteBar } from '@/components/NoteBar';
import { Page } from '@/components/Page';
import { ReasonSheet } from '@/components/ReasonSheet';
import { type Theme, useTheme } from '@/features/approvals/approvals';
import { ReviewFoot } from '@/features/approvals/ReviewFoot';
import { ThemeText } from '@/features/approvals/ThemeText';
import { useAct } from '@/platform/act';
import { CallFailure } from '@/platform/failure';
import { back, say } from '@/platform/navigation';
import { call } from '@/platform/request';
import { may, useSession } from '@/platform/session';

/** 审主题: read what goes out on a Monday, then pass it or send it back. Opened by `id`, or by `monday`. */
export default function ThemePage() {
  const { id = null, monday = null } = useRouter().params as { id?: string; monday?: string };
  const caller = useSession((session) => session.caller);
  const theme = useTheme(id, monday);
  const [returning, setReturning] = useState(false);
  const { value } = theme;
  const decides = value?.state === 'in_review' && may(caller, 'themes.approve') && mayApprove(value.authors.map(({ memberId }) => memberId), caller?.member?.id ?? '');
  return (
    <Page
      title="审主题"
      storedAt={theme.at}
      foot={value && decides ? <Decide theme={value} onChanged={theme.reload} onNo={() => setReturning(true)} /> : undefined}
      over={returning && value ? <Return theme={value} onClose={() => setReturning(false)} /> : null}
    >
      {!may(caller, 'themes.read') && <EmptyState icon="info" title="这一页给审主题的人看" text="需要的话请找镇管理员。" />}
      <Loaded stored={theme} what="这份主题">
        {(one) => (
          <>
            {one.state === 'in_review' && !decides && <NoteBar tone="blue">{whyNot(may(caller, 'themes.approve'))}</NoteBar>}
            {one.returned && <NoteBar tone="amber">退回过：{one.returned.reason}</NoteBar>}
            <ThemeText theme={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function whyNot(approver: boolean): string {
  return approver ? '这份你写过或改过，要由别人来审' : '送审了，由审核人来审；要改的话，在电脑上先撤回';
}

function Decide({ theme: { id, revision }, onChanged, onNo }: { theme: Theme; onChanged: () => void; onNo: () => void }) {
  const act = useAct();
  const approve = async () => {
    try {
      await call('approveTheme', { params: { id }, body: { revision } });
    } catch (error) {
      // Somebody changed or withdrew it meanwhile: bring what there is now, to be read before the next word.
      if (error instanceof CallFailure && error.status === 409) onChanged();
      throw error;
    }
    say('通过了，周一8点发出');
    back();
  };
  return <ReviewFoot act={act} yes="通过" onYes={approve} onNo={onNo} />;
}

function Return({ theme: { id, authors }, onClose }: { theme: Theme; onClose: () => void }) {
  const send = async (reason: string) => {
    await call('returnTheme', { params: { id }, body: { reason } });
    say('退回去了');
    back();
  };
  return <ReasonSheet title="退回修改" text={`这句话${authors.map(({ name }) => name).join('、')}会看到。`} placeholder="哪里要改，怎么改" yes="退回" onReason={send} onClose={onClose} />;
}
