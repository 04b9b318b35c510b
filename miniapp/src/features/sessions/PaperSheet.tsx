import { View } from '@tarojs/components';
import type { RollStatus } from '@weidangxiao/shared/rules/attendance.ts';
import { pageCodeOf } from '@weidangxiao/shared/rules/sign-in.ts';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Picks } from '@/components/Picks';
import { Words } from '@/components/Words';
import { isKeptFile, pickPictures } from '@/platform/files';
import { newId } from '@/platform/ids';
import { useKept } from '@/platform/kept';
import { type Outcome, send, type Waiting } from '@/platform/outbox';
import { Picture } from '../reflections/Picture';
import type { RollPerson } from '../roll-call/roll-people';
import styles from './PaperSheet.module.scss';

export interface SheetDraft {
  readonly pageCode: string;
  /** By member; everybody else signed. */
  readonly exceptions: Readonly<Record<string, RollStatus>>;
  readonly photo: string | null;
}

export function useSheetDraft(sessionId: string): [SheetDraft, (draft: SheetDraft | null) => void] {
  return useKept<SheetDraft>(`sign-in-sheet/${sessionId}`, { pageCode: '', exceptions: {}, photo: null });
}

/** Six digits that are another sheet's are told at once, also without a network. */
export function pageCodeFault(sessionId: string, pageCode: string): string | null {
  return pageCode.length < 6 || pageCode === pageCodeOf(sessionId) ? null : '页码对不上，这张签到表是别的场次的。请核对右上角六位数';
}

/** Kept first, sent when there is a network, once; `before`: what the server has refused of it. */
export function enterSheet(sessionId: string, { pageCode, exceptions, photo }: SheetDraft, before: Waiting | null): Promise<Outcome<'enterSignInSheet'>> {
  const named = Object.entries(exceptions).map(([memberId, status]) => ({ memberId, status }));
  const sent = before?.request.body['photoFileId'];
  const photoFileId = typeof sent === 'string' && sent !== '' ? sent : null;
  const attachments = photo && !photoFileId && isKeptFile(photo) ? [{ place: photo, purpose: 'session' as const, into: ['photoFileId'] }] : [];
  return send('enterSignInSheet', { params: { id: sessionId }, body: { clientId: newId(), pageCode, exceptions: named, photoFileId } }, { label: '签到表', attachments, instead: before?.clientId });
}

const options = [
  { value: 'absent', name: '缺' },
  { value: 'leave', name: '假' },
  { value: 'late', name: '迟' },
  { value: 'left_early', name: '早退' },
] as const;

/** The signed sheet: its page code, only those who did not sign, a photo of it if wanted. */
export function PaperSheet({ sessionId, people, draft, onChange }: { sessionId: string; people: readonly RollPerson[]; draft: SheetDraft; onChange: (draft: SheetDraft) => void }) {
  const { pageCode, exceptions, photo } = draft;
  const choose = (memberId: string, status: RollStatus) => {
    const { [memberId]: before, ...others } = exceptions;
    onChange({ ...draft, exceptions: before === status ? others : { ...others, [memberId]: status } });
  };
  return (
    <>
      <Field label="签到表右上角的六位页码" kind="number" value={pageCode} longest={6} onChange={(value) => onChange({ ...draft, pageCode: value.replace(/\D/g, '') })} placeholder="照着纸上填" fault={pageCodeFault(sessionId, pageCode)} />
      <Words as="title" className={styles.head}>
        谁没有签
      </Words>
      <Words as="note">只点没签字的人，其余的都算到。已经点过名的不变。</Words>
      {people.map(({ memberId, name }) => (
        <View key={memberId} className={styles.person}>
          <View className={styles.name}>{name}</View>
          <Picks label={`${name}没签`} options={options} chosen={exceptions[memberId] ? [exceptions[memberId] as (typeof options)[number]['value']] : []} onPick={(status) => choose(memberId, status)} />
        </View>
      ))}
      <View className={styles.photo}>
        {photo && <Picture square place={photo} fileId={null} label="签到表的照片" />}
        <Button kind="line" size="small" icon="camera" onTap={() => void pickPictures(1).then(([place]) => place && onChange({ ...draft, photo: place }))}>
          {photo ? '换一张照片' : '拍签到表，可以不拍'}
        </Button>
      </View>
    </>
  );
}
