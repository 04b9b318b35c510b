import type { List } from '@weidangxiao/shared/contract/blocks.ts';
import { blocks as contract } from '@weidangxiao/shared/contract/blocks.ts';
import { item, listDefinition, listInstance, paragraph, picture, png, style, styled } from '../../../test/word-document.ts';
import { read } from './reading-for-tests.ts';

const bullets = listDefinition(1, [['bullet', '●'], ['bullet', '○'], ['bullet', '■']]);
const numbers = listDefinition(2, [['decimal', '%1.'], ['lowerLetter', '%2)'], ['decimal', '%3.']]);
const numbering = bullets + numbers + listInstance(1, 1) + listInstance(2, 2) + listInstance(3, 2) + listInstance(4, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
const opening = paragraph('开头是一句话。');

/** Lists as an outline: `-` and numbers, indented by their depth; other blocks by their type. */
async function outlineOf(body: string, more: { styles?: string; numbering?: string; media?: Record<string, { name: string; bytes: Uint8Array }> } = {}) {
  const { blocks, lost } = await read({ body: opening + body, numbering, ...more });
  return { lines: blocks.slice(1).flatMap((block) => (block.type === 'list' ? ['list', ...linesOf(block, '')] : [block.type])), lost, blocks };
}

function linesOf({ ordered, start = 1, items }: List, indent: string): string[] {
  return items.flatMap(({ runs, children }, at) => [`${indent}${ordered ? `${start + at}.` : '-'} ${runs.map(({ text }) => text).join('')}`, ...(children ? linesOf(children, `${indent}  `) : [])]);
}

describe('lists of a Word document', () => {
  it('nest as their levels do, bullets and numbers mixed', async () => {
    const body = item('清沟', 2) + item('主沟', 1, 1) + item('厢沟', 1, 1) + item('深挖', 1, 2) + item('施肥', 2);
    expect((await outlineOf(body)).lines).toEqual(['list', '1. 清沟', '  - 主沟', '  - 厢沟', '    - 深挖', '2. 施肥']);
  });

  it('skip a level that was never there', async () => {
    expect((await outlineOf(item('甲') + item('丙', 1, 2) + item('乙', 1, 1) + item('丁'))).lines).toEqual(['list', '- 甲', '  - 丙', '  - 乙', '- 丁']);
  });

  it('of bullets and of numbers after each other are two lists', async () => {
    expect((await outlineOf(item('甲') + item('乙', 2))).lines).toEqual(['list', '- 甲', 'list', '1. 乙']);
  });

  it('that start anew are another list; those that count on after text go on from their number', async () => {
    const body = item('一', 2) + item('二', 2) + paragraph('说明一下。') + item('三', 2) + item('又是一', 4);
    expect((await outlineOf(body)).lines).toEqual(['list', '1. 一', '2. 二', 'paragraph', 'list', '3. 三', 'list', '1. 又是一']);
  });

  it('share their numbers where Word does, because they come from one definition', async () => {
    expect((await outlineOf(item('一', 2) + item('二', 3))).lines).toEqual(['list', '1. 一', '2. 二']);
  });

  it('count inner levels anew below each item', async () => {
    const body = item('甲', 2) + item('a', 2, 1) + item('b', 2, 1) + item('乙', 2) + item('a', 2, 1);
    expect((await outlineOf(body)).lines).toEqual(['list', '1. 甲', '  1. a', '  2. b', '2. 乙', '  1. a']);
  });

  it('go on after a picture within an item', async () => {
    const withPicture = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>剪枝</w:t></w:r>${picture('p')}</w:p>`;
    const media = { p: { name: 'p.png', bytes: png(4, 3) } };
    expect((await outlineOf(withPicture + item('刷白', 2), { media })).lines).toEqual(['list', '1. 剪枝', 'picture', 'list', '2. 刷白']);
  });

  it('are known through a paragraph style and through a list style', async () => {
    const styles = style('Bullet', '项目符号', '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>') + style('Second', '二级项目', '<w:basedOn w:val="Bullet"/>');
    const linked = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="树"/></w:abstractNum>' + listDefinition(9, [['bullet', '•'], ['bullet', '◦']], '<w:styleLink w:val="树"/>').replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Second"/>');
    const body = styled('Bullet', '甲') + styled('Second', '甲一') + styled('Bullet', '乙');
    expect((await outlineOf(body, { styles, numbering: linked + listInstance(5, 8) })).lines).toEqual(['list', '- 甲', '  - 甲一', '- 乙']);
  });

  it('take a level that the instance overrides', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:lvlOverride>';
    expect((await outlineOf(item('三', 6) + item('四', 6), { numbering: bullets + listInstance(6, 1, override) })).lines).toEqual(['list', '3. 三', '4. 四']);
  });

  it('are none where numbering is switched off or not described', async () => {
    expect((await outlineOf(item('关掉', 0) + item('没有', 99))).lines).toEqual(['paragraph', 'paragraph']);
  });

  it('with letters or Chinese numbers become 1, 2, 3, which is counted', async () => {
    const chinese = listDefinition(3, [['chineseCounting', '（%1）']]) + listInstance(7, 3);
    expect((await outlineOf(item('甲', 7) + item('乙', 7), { numbering: chinese })).lost).toEqual({ LIST_NUMBERS: 1 });
    expect((await outlineOf(item('甲', 2) + item('乙', 2))).lost).toEqual({});
  });

  it('deeper than the contract allows are joined at its last level, and counted', async () => {
    const deep = listDefinition(4, Array.from({ length: 9 }, () => ['bullet', '•'] as const)) + listInstance(8, 4);
    const { lines, lost, blocks } = await outlineOf([0, 1, 2, 3, 4, 5, 6].map((level) => item(`第${level}层`, 8, level)).join(''), { numbering: deep });
    expect(lines.at(-1)).toBe(`${'  '.repeat(4)}- 第6层`);
    expect(lost).toEqual({ LIST_DEPTH: 2 });
    expect(contract.safeParse(blocks).success).toBe(true);
  });

  it('longer than the contract allows go on in another list', async () => {
    const { blocks, lines } = await outlineOf(Array.from({ length: 450 }, (_, at) => item(`项${at}`, 2)).join(''));
    expect(lines.filter((line) => line === 'list')).toHaveLength(3);
    expect(lines.at(-1)).toBe('450. 项449');
    expect(contract.safeParse(blocks).success).toBe(true);
  });
});
