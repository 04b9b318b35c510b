import { readRuns, writeRuns } from './runs-dom.ts';

const box = (): HTMLElement => document.createElement('div');

describe('words in an element', () => {
  it('come back as they were written, bold and line breaks included', () => {
    const runs = [{ text: '管好\n' }, { text: '这一个月', bold: true as const }, { text: '，看今年' }];
    const element = box();
    writeRuns(element, runs);
    expect(readRuns(element)).toEqual(runs);
  });

  it('are text, whatever they look like', () => {
    const element = box();
    writeRuns(element, [{ text: '<img src=x onerror=alert(1)>' }]);
    expect(element.children).toHaveLength(0);
    expect(readRuns(element)).toEqual([{ text: '<img src=x onerror=alert(1)>' }]);
  });

  it('join where a browser has split them, and know its several ways of bold', () => {
    const element = box();
    const strong = document.createElement('strong');
    strong.append('粗');
    const span = document.createElement('span');
    span.style.fontWeight = '700';
    span.append('体');
    element.append('前', '半', strong, span, '后\u00a0面', document.createElement('br'));
    expect(readRuns(element)).toEqual([{ text: '前半' }, { text: '粗体', bold: true }, { text: '后 面' }]);
  });
});
