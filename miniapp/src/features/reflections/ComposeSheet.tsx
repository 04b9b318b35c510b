import { Input, Textarea, View } from '@tarojs/components';
import { accessible } from '@/components/accessible';
import { Chip } from '@/components/Chip';
import { Choice } from '@/components/Choice';
import { Icon } from '@/components/Icon';
import { NoteBar } from '@/components/NoteBar';
import { Tap } from '@/components/Tap';
import { useSession } from '@/platform/session';
import type { Compose } from './compose';
import styles from './ComposeSheet.module.scss';
import { Outline } from './Outline';
import { Picture } from './Picture';
import { weekOf } from './reflections';

type Typed = { detail: { value: string } };

/** The sheet of paper itself: a title, the words, the pictures. */
export function ComposeSheet({ compose, outline, onOutline }: { compose: Compose; outline: boolean; onOutline: (open: boolean) => void }) {
  const { draft, change, kept } = compose;
  const week = weekOf(draft);
  return (
    <>
      <View className={styles.head}>
        {week ? <Chip tone="gold">写在{week}</Chip> : <View />}
        {draft.changedAt > 0 && (draft.title || draft.text) && kept && (
          <View className={styles.kept} {...accessible({ live: 'polite' })}>
            <Icon name="check" size="xs" />
            草稿已存
          </View>
        )}
      </View>
      {draft.serverId === null && <Kind compose={compose} />}
      {!kept && (
        <NoteBar tone="amber" icon="triangle-alert">
          手机存储满了，草稿没存下。请先别关这一页，少选几张照片再试
        </NoteBar>
      )}
      {outline && <Outline onClose={() => onOutline(false)} />}
      <Input className={styles.title} value={draft.title} placeholder="给它起个题目" placeholderClass={styles.placeholder} maxlength={40} cursorSpacing={160} onInput={(event: Typed) => change({ title: event.detail.value })} {...accessible({ label: '题目' })} />
      <Textarea className={styles.text} value={draft.text} placeholder="写三五句就行，写自己的话。不方便打字，可以点键盘上的话筒说" placeholderClass={styles.placeholder} maxlength={20_000} autoHeight cursorSpacing={160} showConfirmBar={false} onInput={(event: Typed) => change({ text: event.detail.value })} {...accessible({ label: '心得' })} />
      <Pictures compose={compose} />
    </>
  );
}

/** A leader writes for the group or for themselves; everybody else for themselves. */
function Kind({ compose: { draft, change } }: { compose: Compose }) {
  const leads = useSession(({ caller }) => caller?.leads ?? []);
  if (leads.length === 0) return null;
  const options = [...leads.map(({ id, name }) => ({ value: id, name: leads.length > 1 ? name : '小组心得' })), { value: '', name: '我自己的' }];
  return <Choice label="谁的心得" options={options} value={draft.kind === 'group' ? (draft.groupId ?? '') : ''} onChange={(id) => change(id ? { kind: 'group', groupId: id } : { kind: 'personal', groupId: null })} />;
}

function Pictures({ compose: { draft, dropPicture } }: { compose: Compose }) {
  if (draft.pictures.length === 0) return null;
  return (
    <View className={styles.pictures}>
      {draft.pictures.map(({ place, fileId }, at) => (
        <View key={fileId ?? place ?? at} className={styles.picture}>
          <Picture square place={place} fileId={fileId} label={`第${at + 1}张照片`} />
          <Tap className={styles.drop} label={`去掉第${at + 1}张照片`} onTap={() => dropPicture(at)}>
            <View className={styles.cross}>
              <Icon name="x" size="s" />
            </View>
          </Tap>
        </View>
      ))}
    </View>
  );
}
