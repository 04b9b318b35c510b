import { html, type Html } from './html.ts';

interface Act {
  /** Also keeps the focus where it was when the page is drawn again. */
  id: string;
  label: string;
  method: 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to the page's address. */
  url: string;
  body?: unknown;
  pressed?: boolean;
}

/** A button that sends one control request. */
export function actButton({ id, label, method, url, body, pressed }: Act): Html {
  const json = body === undefined ? '' : JSON.stringify(body);
  const state = pressed === undefined ? null : html` aria-pressed="${String(pressed)}"`;
  return html`<button type="button" id="${id}" data-method="${method}" data-url="${url}" data-body="${json}"${state}>${label}</button>`;
}
