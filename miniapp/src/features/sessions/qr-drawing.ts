import { create } from 'qrcode';

const margin = 4;

/** A square code of plain ASCII, such as an address, as an address that a picture can show, black on white in the dark too, so that every camera reads it. */
export function qrDrawing(text: string): string {
  // As bytes: words would be encoded with what WeChat does not have.
  const data = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * margin;
  const dark = Array.from(modules.data).flatMap((on, at) => (on ? [`M${(at % modules.size) + margin} ${Math.floor(at / modules.size) + margin}h1v1h-1z`] : []));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${dark.join('')}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
