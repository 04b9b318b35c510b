import type { Readable } from 'node:stream';
import type { Form } from '../form.ts';
import { documentParts } from './docx-document.ts';
import { centre, paragraph, run, wordNamespaces } from './docx-marks.ts';
import { declaration } from './xml-text.ts';
import { type Entry, zipOf } from './zip.ts';

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A document ready to print on A4; written while the rows come. */
export function docxOf(form: Form, madeAt: Date): Readable {
  return zipOf(entriesOf(form), madeAt);
}

function* entriesOf(form: Form): Iterable<Entry> {
  yield { path: '[Content_Types].xml', text: contentTypes };
  yield { path: '_rels/.rels', text: relationships([['rId1', 'officeDocument', 'word/document.xml']]) };
  yield { path: 'word/_rels/document.xml.rels', text: relationships([['rId1', 'styles', 'styles.xml'], ['rId2', 'footer', 'footer1.xml']]) };
  yield { path: 'word/styles.xml', text: styles };
  yield { path: 'word/footer1.xml', text: footer(form) };
  yield { path: 'word/document.xml', text: documentParts(form) };
}

const override = (part: string, kind: string): string => `<Override PartName="/word/${part}.xml" ContentType="${types}.${kind}+xml"/>`;
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('footer1', 'footer')}</Types>`;

function relationships(targets: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const list = targets.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${officeRelations}/${kind}" Target="${target}"/>`).join('');
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
}

/** 仿宋 for what is filled in; where a machine lacks it, Word takes a font of the same kind. */
const styles = `${declaration}<w:styles ${wordNamespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="t"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

const field = (name: string): string => `<w:fldSimple w:instr=" ${name} "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>`;

function footer({ unit, title }: Form): string {
  const small = (text: string): string => run(text, { size: 18 });
  return `${declaration}<w:ftr ${wordNamespaces}>${paragraph(`${small(`${unit}　${title}　第`)}${field('PAGE')}${small('页，共')}${field('NUMPAGES')}${small('页')}`, centre)}</w:ftr>`;
}
