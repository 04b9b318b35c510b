import { Buffer } from 'node:buffer';

const temporary = 'wxfile://tmp_';
const saved = 'wxfile://store_';

/** What outlives the app being killed: its storage, the files that it saved, and what the person agreed to. */
export class PhoneMemory {
  readonly storage = new Map<string, unknown>();
  readonly files = new Map<string, Buffer>();
  privacyAgreed = false;
  private made = 0;

  /** A file as a recorder, a picker or a download leaves it: gone when the app ends. */
  addTemporary(bytes: Buffer, ending: string): string {
    return this.add(`${temporary}${(this.made += 1)}.${ending}`, bytes);
  }

  /** Moves a temporary file to where it stays. */
  save(place: string): string {
    const bytes = this.files.get(place);
    if (!bytes || !place.startsWith(temporary)) throw new Error('saveFile:fail tempFilePath file not exist');
    this.files.delete(place);
    return this.add(place.replace(temporary, saved), bytes);
  }

  get savedFiles(): string[] {
    return [...this.files.keys()].filter((place) => place.startsWith(saved));
  }

  dropTemporary(): void {
    for (const place of this.files.keys()) if (place.startsWith(temporary)) this.files.delete(place);
  }

  /** As if the app had never kept anything that it has loaded. */
  forgetCopies(): void {
    for (const key of this.storage.keys()) if (key.includes('/stored/')) this.storage.delete(key);
  }

  private add(place: string, bytes: Buffer): string {
    this.files.set(place, bytes);
    return place;
  }
}

/** Nobody speaks in it, but every server takes it for an mp3. */
export const spokenMp3 = Buffer.concat([Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00', 'latin1'), Buffer.alloc(900, 0x55)]);

/** The smallest of pictures. */
export const smallPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
