import { useState } from 'react';
import { useUndo } from '../../components/use-undo.ts';
import { upload } from '../../platform/request.ts';
import type { Act } from '../../platform/use-act.ts';
import { keyed, type KeyedBlock } from '../lessons/keyed-blocks.ts';
import type { WordWarnings } from '../lessons/word-warnings.tsx';

const longestTitle = 60;

/** The text of a new version: written here, or read from a Word file, which replaces it until the person takes that back. */
export function usePlanBody(before: KeyedBlock[], act: Act, title: string, onTitle: (title: string) => void) {
  const [blocks, setBlocks] = useState(before);
  const [warnings, setWarnings] = useState<WordWarnings>([]);
  const [progress, setProgress] = useState<number | null>(null);
  const say = useUndo(blocks, setBlocks);
  const read = async (file: File): Promise<void> => {
    setProgress(0);
    await act.run(async () => {
      const word = await upload('createLessonImport', file, setProgress);
      setBlocks(word.blocks.map(keyed));
      setWarnings(word.warnings);
      // The file's first heading is taken out of its text, so it must not be dropped.
      if (word.title) onTitle(word.title.slice(0, longestTitle));
      say('读进来了，请看一遍', () => {
        setWarnings(warnings);
        onTitle(title);
        return blocks;
      });
    });
    setProgress(null);
  };
  return { blocks, setBlocks, warnings, progress, read };
}
