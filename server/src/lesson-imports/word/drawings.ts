import type { Draft, Piece } from './draft.ts';
import type { WordContext } from './word-context.ts';
import { child, descendants, elements, find, type Xml } from './xml.ts';
import type { WarningCode } from './warnings.ts';

/** What is known about a drawing before its picture is found. */
interface Frame {
  readonly alt: string;
  /** Beside the text rather than in its line. */
  readonly floating: boolean;
}

/** Reads what is drawn into a line: pictures and text boxes are kept, the rest is counted. */
export class Drawings {
  constructor(
    private readonly context: WordContext,
    private readonly readBox: (content: Xml) => readonly Draft[],
  ) {}

  /** `w:drawing`: what Word draws since 2007. */
  drawing(drawing: Xml): Piece[] {
    const [frame] = elements(drawing);
    const properties = frame && child(frame, 'wp:docPr');
    if (!frame || this.isHidden(properties ?? null)) return [];
    this.noteLink(find(frame, 'a:hlinkClick'));
    const seen = { alt: altOf(properties?.attributes['descr']), floating: frame.name === 'wp:anchor' };
    const pieces = this.graphics(frame, seen);
    if ([...descendants(frame)].some(({ name }) => name.endsWith(':webVideoPr'))) this.context.warnings.add('EMBEDDED_OBJECTS');
    return pieces ?? this.lost('SHAPES');
  }

  /** `w:pict`: the older way, still written for watermarks and by other programs. */
  pict(pict: Xml): Piece[] {
    const shape = elements(pict).find(({ name }) => name.startsWith('v:') && name !== 'v:shapetype');
    if (flagged(shape?.attributes['o:hr'])) return [];
    const seen = { alt: altOf(shape?.attributes['alt']), floating: /position:\s*absolute/.test(shape?.attributes['style'] ?? '') };
    return this.graphics(pict, seen) ?? this.lost('SHAPES');
  }

  /** `w:object`: a workbook, a formula or a sound that lies inside the document. */
  object(object: Xml): Piece[] {
    const embedded = find(object, 'o:OLEObject') ?? find(object, 'w:control');
    if (!embedded) return this.pict(object);
    return this.lost(/^Equation/i.test(embedded.attributes['ProgID'] ?? '') ? 'EQUATIONS' : 'EMBEDDED_OBJECTS');
  }

  /** Null where there is nothing that we know. */
  private graphics(parent: Xml, seen: Frame): Piece[] | null {
    const found = elements(parent).flatMap((element) => {
      const read = this.graphic(element, seen);
      return read ? [read] : [];
    });
    return found.length > 0 ? found.flat() : null;
  }

  private graphic(element: Xml, seen: Frame): Piece[] | null {
    switch (element.name) {
      case 'pic:pic':
        return this.picture(element, seen);
      case 'v:imagedata':
        return this.image(element.attributes['r:id'], null, seen);
      case 'w:txbxContent':
        return this.box(element, seen.floating);
      case 'wps:wsp':
        return this.graphics(element, seen) ?? this.lost('SHAPES');
      case 'c:chart':
        return this.lost('CHARTS');
      case 'dgm:relIds':
        return this.lost('SMART_ART');
      case 'a:hlinkClick':
        return null;
      default:
        return this.graphics(element, seen);
    }
  }

  private picture(picture: Xml, seen: Frame): Piece[] {
    const fill = child(picture, 'pic:blipFill');
    const blip = child(fill, 'a:blip');
    const own = altOf(child(child(picture, 'pic:nvPicPr'), 'pic:cNvPr')?.attributes['descr']);
    const crop = child(fill, 'a:srcRect')?.attributes ?? {};
    if (Object.values(crop).some((side) => Number.parseFloat(side) > 0)) this.context.warnings.add('PICTURES_CROPPED');
    return this.image(blip?.attributes['r:embed'], blip?.attributes['r:link'], { ...seen, alt: seen.alt || own });
  }

  private image(embedded: string | undefined, linked: string | null | undefined, { alt, floating }: Frame): Piece[] {
    const target = this.context.office.target(this.context.part, embedded);
    if (target && !target.external) this.context.length.addPicture();
    if (target && !target.external) return [{ kind: 'picture', picture: { type: 'picture', part: target.name, alt }, floating }];
    return this.lost(target?.external || linked ? 'PICTURES_LINKED' : 'PICTURES_BROKEN');
  }

  private box(content: Xml, floating: boolean): Piece[] {
    const blocks = this.readBox(content);
    if (blocks.length > 0) this.context.warnings.add('TEXT_BOXES');
    return [{ kind: 'box', content: blocks, floating }];
  }

  private isHidden(properties: Xml | null): boolean {
    if (!flagged(properties?.attributes['hidden'])) return false;
    this.context.warnings.add('HIDDEN_TEXT');
    return true;
  }

  private noteLink(link: Xml | null): void {
    const target = this.context.office.target(this.context.part, link?.attributes['r:id']);
    if (target?.external) this.context.warnings.addNamed('LINKS', target.name);
  }

  private lost(code: WarningCode): Piece[] {
    this.context.warnings.add(code);
    return [];
  }
}

const longestAlt = 200;

/** What somebody wrote about the picture; programs put file names there, which tell a reader nothing. */
function altOf(description: string | undefined): string {
  const alt = (description ?? '').replace(/\s+/g, ' ').trim();
  const isFileName = /^\S+\.(png|jpe?g|gif|bmp|webp|tiff?|emf|wmf)$/i.test(alt) || alt.includes('\\') || /^[0-9a-f]{16,}$/i.test(alt);
  return isFileName ? '' : [...alt].slice(0, longestAlt / 2).join('');
}

function flagged(value: string | undefined): boolean {
  return ['1', 't', 'true', 'on'].includes(value ?? '');
}
