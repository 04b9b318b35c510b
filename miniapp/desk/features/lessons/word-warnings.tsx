import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { Note } from '../../components/states.tsx';

export type WordWarnings = Answer<'createLessonImport'>['warnings'];

/** What a Word file had that could not stay, so that somebody looks at it once. */
export function WordWarningsNote({ warnings }: { warnings: WordWarnings }) {
  if (warnings.length === 0) return null;
  return (
    <Note tone="amber" role="status">
      <p>Word里有几样和这里不一样，请看一眼：</p>
      <ul>
        {warnings.map(({ code, message, count }) => (
          <li key={code + message}>
            {message}
            {count && count > 1 ? `（${count}处）` : ''}
          </li>
        ))}
      </ul>
    </Note>
  );
}
