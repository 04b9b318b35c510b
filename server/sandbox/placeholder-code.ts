import { createHash } from 'node:crypto';
import { palettePng } from './png.ts';

const rays = 48;
const rings = 8;
const innerRadius = 0.42;
const outerRadius = 0.94;

interface PlaceholderCode {
  scene: string;
  /** Pixels; the picture is square. */
  width: number;
  ink: readonly [number, number, number];
  transparent: boolean;
}

/** A round picture in the manner of a mini-program code, different for each scene. Nothing can scan it. */
export function placeholderCode({ scene, width, ink, transparent }: PlaceholderCode): Buffer {
  const dots = dotsOf(scene);
  const pixels = new Uint8Array(width * width);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = isInk(dots, place(x, width), place(y, width)) ? 1 : 0;
  }
  return palettePng(width, pixels, [[255, 255, 255, transparent ? 0 : 255], [...ink, 255]]);
}

/** One bit for each place where a ray meets a ring. */
function dotsOf(scene: string): boolean[] {
  const bytes = createHash('sha512').update(scene).digest();
  return Array.from({ length: rays * rings }, (_, bit) => ((bytes[bit >> 3] ?? 0) >> (bit & 7) & 1) === 1);
}

/** From pixel to -1…1 around the middle. */
function place(pixel: number, width: number): number {
  return ((pixel + 0.5) / width) * 2 - 1;
}

function isInk(dots: readonly boolean[], x: number, y: number): boolean {
  const radius = Math.hypot(x, y);
  if (radius < innerRadius - 0.06) return radius > innerRadius - 0.1;
  if (radius < innerRadius || radius >= outerRadius) return false;
  const ray = ((Math.atan2(y, x) / (2 * Math.PI) + 1) % 1) * rays;
  const ring = ((radius - innerRadius) / (outerRadius - innerRadius)) * rings;
  const offRay = (Math.abs((ray % 1) - 0.5) * radius * 2 * Math.PI) / rays;
  const offRing = (Math.abs((ring % 1) - 0.5) * (outerRadius - innerRadius)) / rings;
  return (dots[Math.floor(ray) * rings + Math.floor(ring)] ?? false) && Math.hypot(offRay, offRing) < 0.026;
}
