import { type RefObject, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';

/** The dialogs that are open, the topmost last. */
const useOpen = create<{ dialogs: HTMLDialogElement[] }>(() => ({ dialogs: [] }));

/** What lies over everything else; null without a dialog. What is to be seen and reached meanwhile has to stand inside it. */
export function useTopDialog(): HTMLDialogElement | null {
  return useOpen(({ dialogs }) => dialogs.at(-1) ?? null);
}

/** Opens the element as a modal dialog while it is there; afterwards the focus is back where it was. */
export function useModal(): RefObject<HTMLDialogElement> {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    if (!dialog) return undefined;
    dialog.showModal();
    (beginningOf(dialog) ?? dialog).focus();
    useOpen.setState(({ dialogs }) => ({ dialogs: [...dialogs, dialog] }));
    return () => {
      // Closed before it goes away: only then the browser gives the focus back.
      dialog.close();
      useOpen.setState(({ dialogs }) => ({ dialogs: dialogs.filter((one) => one !== dialog) }));
    };
  }, []);
  return box;
}

/** What is marked, else the first thing to fill in; the cross at the top is nobody's first wish. */
function beginningOf(dialog: HTMLElement): HTMLElement | null {
  return dialog.querySelector<HTMLElement>('[data-begin]') ?? dialog.querySelector<HTMLElement>('textarea, select, input:not([type=checkbox]):not([type=file])');
}
