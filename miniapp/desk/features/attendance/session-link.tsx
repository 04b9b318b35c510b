import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { momentInChinese } from '@weidangxiao/shared/rules/span-words.ts';

type Brief = Answer<'listLeaves'>['items'][number]['session'];

/** The session that a leave or a make-up is about. */
export function SessionLink({ session: { id, title, startsAt } }: { session: Brief }) {
  return (
    <a className="link" href={`#/sessions/${id}`}>
      {momentInChinese(startsAt)}，{title}
    </a>
  );
}
