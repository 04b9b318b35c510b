import { dropFile, fetchFile, isKeptFile, keepFile } from '@/platform/files';
import { handset } from '@/platform/storage';

/** So many lessons stay to be heard without a network; what was heard longest ago makes room. */
const mostKept = 6;

interface KeptSound {
  readonly fileId: string;
  readonly place: string;
}

/** Where a lesson's sound lies on this phone; brings it first, once. Lessons are public, so the handset keeps them for everybody. @throws CallFailure */
export async function soundOf(fileId: string): Promise<string> {
  const known = keptSound(fileId);
  if (known) return known;
  const place = await fetchFile(fileId);
  if (process.env.TARO_ENV === 'h5') return place;
  return keepFile(place).then(
    (kept) => remember(fileId, kept),
    () => place,
  );
}

export function soundIsKept(fileId: string): boolean {
  return keptSound(fileId) !== null;
}

function keptSound(fileId: string): string | null {
  const place = sounds().find((sound) => sound.fileId === fileId)?.place ?? null;
  return place && isKeptFile(place) ? place : null;
}

function remember(fileId: string, place: string): string {
  const all = [{ fileId, place }, ...sounds().filter((sound) => sound.fileId !== fileId)];
  handset.put('sounds', all.slice(0, mostKept));
  all.slice(mostKept).forEach((sound) => dropFile(sound.place));
  return place;
}

function sounds(): readonly KeptSound[] {
  return handset.get<KeptSound[]>('sounds') ?? [];
}
