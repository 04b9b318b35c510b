const office = 'http://schemas.openxmlformats.org';
const microsoft = 'http://schemas.microsoft.com/office';

/** The usual prefixes of the namespaces that a Word file is written in (ECMA-376; strict editions begin with purl.oclc.org). */
const prefixes: Readonly<Record<string, string>> = {
  [`${office}/wordprocessingml/2006/main`]: 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  [`${office}/officeDocument/2006/relationships`]: 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  [`${office}/package/2006/relationships`]: 'rel',
  [`${office}/officeDocument/2006/math`]: 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  [`${office}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  [`${office}/drawingml/2006/main`]: 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  [`${office}/drawingml/2006/picture`]: 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  [`${office}/drawingml/2006/chart`]: 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  [`${office}/drawingml/2006/diagram`]: 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  [`${office}/markup-compatibility/2006`]: 'mc',
  [`${microsoft}/word/2010/wordprocessingShape`]: 'wps',
  [`${microsoft}/word/2010/wordprocessingGroup`]: 'wpg',
  [`${microsoft}/word/2010/wordprocessingCanvas`]: 'wpc',
  [`${microsoft}/word/2010/wordml`]: 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Undefined for a namespace that nothing here asks about. */
export function prefixOf(uri: string): string | undefined {
  return prefixes[uri];
}

/** What a drawing may require and still be read here; else its fallback is. */
export const understood: ReadonlySet<string> = new Set(['wps', 'wpg', 'wpc']);
