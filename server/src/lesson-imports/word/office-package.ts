import { AppError } from '@weidangxiao/shared/errors.ts';
import path from 'node:path';
import { readZip, type ZipFault, ZipRefused } from '../../platform/files/bounded-zip.ts';
import { elements, parseSmallXml, parseXml, type Xml } from './xml.ts';

export interface Target {
  /** The part's name within the package, or the address outside. */
  readonly name: string;
  readonly external: boolean;
  /** The last word of the relationship's type: `image`, `hyperlink`, `styles` … */
  readonly type: string;
}

const limits = { maxEntries: 2000, maxBytes: 80 * 1024 * 1024 };
/** Embedded fonts, workbooks and programs are never held. */
const readable = /\.(xml|rels|png|jpe?g|gif|webp|bmp|tiff?|emf|wmf|svg)$/i;

/** The parts of an Office file and how they point at each other (ECMA-376 part 2). Names are compared without case. */
export class OfficePackage {
  private readonly known = new Map<string, ReadonlyMap<string, Target>>();

  private constructor(private readonly parts: ReadonlyMap<string, Buffer>) {}

  /** @throws AppError FILE_NOT_DOCX, FILE_UNREADABLE, FILE_TOO_COMPLEX */
  static async open(bytes: Buffer): Promise<OfficePackage> {
    const parts = await readZip(bytes, limits, (name) => readable.test(name)).catch((error: unknown) => refuse(error, bytes));
    return new OfficePackage(new Map([...parts].map(([name, content]) => [name.toLowerCase(), content])));
  }

  /** The part that the package points to as its document, and its name. @throws AppError FILE_NOT_DOCX */
  async document(): Promise<{ name: string; xml: Xml }> {
    const target = this.targetOfType('', 'officeDocument');
    const xml = target && (await this.xml(target.name));
    if (!target || xml?.name !== 'w:document') throw new AppError('FILE_NOT_DOCX', { field: 'file' });
    return { name: target.name, xml };
  }

  bytes(name: string): Buffer | null {
    return this.parts.get(name.toLowerCase()) ?? null;
  }

  /** Null for a part that is not there. @throws AppError FILE_UNREADABLE, FILE_TOO_COMPLEX */
  async xml(name: string): Promise<Xml | null> {
    const bytes = this.bytes(name);
    return bytes && parseXml(bytes);
  }

  /** Where a part's relationship leads. */
  target(from: string, id: string | undefined): Target | null {
    return (id !== undefined && this.targets(from).get(id)) || null;
  }

  targetOfType(from: string, type: string): Target | null {
    return [...this.targets(from).values()].find((target) => target.type === type && !target.external) ?? null;
  }

  private targets(from: string): ReadonlyMap<string, Target> {
    const known = this.known.get(from) ?? this.readTargets(from);
    this.known.set(from, known);
    return known;
  }

  private readTargets(from: string): ReadonlyMap<string, Target> {
    const { dir, base } = path.posix.parse(from);
    const bytes = this.bytes(path.posix.join(dir, '_rels', `${base}.rels`));
    return new Map((bytes ? elements(parseSmallXml(bytes)) : []).flatMap(({ attributes }) => (attributes['Id'] ? [[attributes['Id'], targetOf(attributes, dir)]] : [])));
  }
}

function targetOf(attributes: Readonly<Record<string, string>>, folder: string): Target {
  const { Target: address = '', TargetMode: mode, Type: type = '' } = attributes;
  const external = mode === 'External';
  return { name: external ? address : partName(address, folder), external, type: type.split('/').at(-1) ?? '' };
}

/** Relative to the folder of the part that points, or to the package when it begins with a slash. */
function partName(address: string, folder: string): string {
  const plain = address.replaceAll('\\', '/');
  const joined = plain.startsWith('/') ? plain.slice(1) : path.posix.join(folder, plain);
  try {
    return decodeURIComponent(joined);
  } catch {
    // A lone percent sign is part of the name.
    return joined;
  }
}

const tooMuch = '解开以后太大';
const reasons: Readonly<Record<Exclude<ZipFault, 'not_zip'>, ['FILE_UNREADABLE' | 'FILE_TOO_COMPLEX', string]>> = {
  broken: ['FILE_UNREADABLE', '文件不完整'],
  too_many_entries: ['FILE_TOO_COMPLEX', tooMuch],
  too_large: ['FILE_TOO_COMPLEX', tooMuch],
  too_dense: ['FILE_TOO_COMPLEX', tooMuch],
};

function refuse(error: unknown, bytes: Buffer): never {
  if (!(error instanceof ZipRefused)) throw error;
  if (error.fault === 'not_zip') throw notZip(bytes, error);
  const [code, reason] = reasons[error.fault];
  throw new AppError(code, { field: 'file', detail: { reason }, cause: error });
}

/** A document with a password is packed into Word's old container, under this name. */
const locked = Buffer.from('EncryptedPackage', 'utf16le');

function notZip(bytes: Buffer, cause: Error): AppError {
  if (bytes.includes(locked)) return new AppError('FILE_UNREADABLE', { field: 'file', detail: { reason: '它设了打开密码，请先去掉' }, cause });
  const cutOff = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  return cutOff ? new AppError('FILE_UNREADABLE', { field: 'file', detail: { reason: '文件不完整' }, cause }) : new AppError('FILE_NOT_DOCX', { field: 'file', cause });
}
