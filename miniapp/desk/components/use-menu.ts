import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

const enabledItems = '[role=menuitem]:enabled';
/** As high as a list may become, with its distance from the button. */
const mostHeight = 328;

/** Open and closed, where the focus goes, and the keys of a menu. */
export function useMenu(align: 'left' | 'right') {
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const open = place !== null;
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useOpened(open, box, setPlace);
  const close = (): void => {
    setPlace(null);
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
    if (event.key === 'Tab') setPlace(null);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !box.current) return;
    event.preventDefault();
    moveFocus(box.current, step);
  };
  const toggle = (): void => setPlace(open || !button.current ? null : placeBeside(button.current, align));
  return { open, box, button, place: place ?? {}, toggle, close, onKeyDown };
}

/** The first item has the focus; a tap elsewhere, another size and a scrolled page close it. */
function useOpened(open: boolean, box: RefObject<HTMLDivElement>, setPlace: (place: null) => void): void {
  useEffect(() => {
    if (!open) return undefined;
    box.current?.querySelector<HTMLElement>(enabledItems)?.focus({ preventScroll: true });
    const shut = (): void => setPlace(null);
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) shut();
    };
    document.addEventListener('mousedown', outside);
    window.addEventListener('resize', shut);
    document.addEventListener('scroll', outside, true);
    return () => {
      document.removeEventListener('mousedown', outside);
      window.removeEventListener('resize', shut);
      document.removeEventListener('scroll', outside, true);
    };
  }, [open, box, setPlace]);
}

/** Fixed to the window, so that no box with a scroll bar cuts it off; upwards where there is more room. */
function placeBeside(button: HTMLElement, align: 'left' | 'right'): CSSProperties {
  const { top, bottom, left, right } = button.getBoundingClientRect();
  const up = bottom + mostHeight > window.innerHeight && top > window.innerHeight - bottom;
  return { ...(up ? { bottom: window.innerHeight - top + 4 } : { top: bottom + 4 }), ...(align === 'right' ? { right: document.documentElement.clientWidth - right } : { left }) };
}

function moveFocus(box: HTMLElement, step: number): void {
  const all = [...box.querySelectorAll<HTMLElement>(enabledItems)];
  const at = all.findIndex((item) => item === document.activeElement);
  all[(at + step + all.length) % all.length]?.focus();
}
