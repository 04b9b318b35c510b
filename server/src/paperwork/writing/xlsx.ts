import type { Readable } from 'node:stream';
import type { Form } from '../form.ts';
import { sheetParts, sheetTables } from './xlsx-sheet.ts';
import { stylesPart } from './xlsx-styles.ts';
import { declaration, xml } from './xml-text.ts';
import { type Entry, zipOf } from './zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook with a sheet for each table, ready to print; written while the rows come. */
export function xlsxOf(form: Form, madeAt: Date): Readable {
  return zipOf(entriesOf(form), madeAt);
}

function* entriesOf(form: Form): Iterable<Entry> {
  const sheets = sheetTables(form);
  yield { path: '[Content_Types].xml', text: contentTypes(sheets.length) };
  yield { path: '_rels/.rels', text: `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>` };
  yield { path: 'xl/workbook.xml', text: workbook(sheets.map(({ name, headerRow }) => ({ name, headerRow }))) };
  yield { path: 'xl/_rels/workbook.xml.rels', text: workbookRelations(sheets.length) };
  yield { path: 'xl/styles.xml', text: stylesPart() };
  for (const [at, sheet] of sheets.entries()) yield { path: `xl/worksheets/sheet${at + 1}.xml`, text: sheetParts(form, sheet) };
}

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('');
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${parts}</Types>`;
}

/** The row of the headings is printed again on every page. */
function workbook(sheets: readonly { name: string; headerRow: number | null }[]): string {
  const list = sheets.map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  const titles = sheets.flatMap(({ name, headerRow }, at) => (headerRow === null ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${xml(name)}'!$${headerRow}:$${headerRow}</definedName>`])).join('');
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list}</sheets>${titles ? `<definedNames>${titles}</definedNames>` : ''}</workbook>`;
}

function workbookRelations(sheets: number): string {
  const list = Array.from({ length: sheets }, (_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('');
  return `${declaration}<Relationships xmlns="${packageRelations}">${list}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;
}
