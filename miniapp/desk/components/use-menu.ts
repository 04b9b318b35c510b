import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

const enabledItems = '[role=menuitem]:enabled';

/** Open and closed, where the focus goes, and the keys of a menu. */
export function useMenu() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    box.current?.querySelector<HTMLElement>(enabledItems)?.focus();
    const outside = (event: MouseEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('mousedown', outside);
    return () => document.removeEventListener('mousedown', outside);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') {
      // Inside a dialog this Escape is the menu's alone.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !box.current) return;
    event.preventDefault();
    moveFocus(box.current, step);
  };
  return { open, box, button, toggle: () => setOpen(!open), close, onKeyDown };
}

function moveFocus(box: HTMLElement, step: number): void {
  const all = [...box.querySelectorAll<HTMLElement>(enabledItems)];
  const at = all.findIndex((item) => item === document.activeElement);
  all[(at + step + all.length) % all.length]?.focus();
}
