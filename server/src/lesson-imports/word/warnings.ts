/** What cannot come along, or comes changed, by code; `{count}` is how often. */
const sentences = {
  LINKS: '{count}个链接只留下了文字：{list}',
  FOOTNOTES: '{count}条脚注没有带过来，要紧的请写进正文',
  ENDNOTES: '{count}条尾注没有带过来，要紧的请写进正文',
  COMMENTS: '{count}条批注没有带过来',
  TRACKED_CHANGES: '{count}处修订按“全部接受”处理：新增的留下，删掉的去掉',
  HIDDEN_TEXT: '{count}处隐藏文字没有带过来',
  HEADERS_FOOTERS: '{count}处页眉页脚没有带过来',
  CONTENTS_TABLE: '目录有{count}行没有带过来，课文会按标题显示',
  PAGE_BREAKS: '{count}处分页没有保留，手机上连着往下读',
  FORMATTING: '{count}处文字的颜色、下划线、斜体等没有保留，只保留加粗',
  SYMBOLS: '{count}个特殊符号认不出来，没有带过来',
  PINYIN: '{count}处拼音没有带过来，只留下了字',
  EQUATIONS: '{count}个公式没有带过来，请截成图片再插入',
  TEXT_BOXES: '{count}个文本框里的文字放到了正文里，请看一下位置',
  SHAPES: '{count}个画出来的图形没有带过来，要用请截成图片再插入',
  CHARTS: '{count}个图表没有带过来，请截成图片再插入',
  SMART_ART: '{count}个SmartArt图没有带过来，请截成图片再插入',
  EMBEDDED_OBJECTS: '{count}个嵌入的文件或视频没有带过来，请另外上传',
  PICTURE_FORMATS: '{count}张图片的格式不能显示，请换成PNG或JPG再插入',
  PICTURES_BROKEN: '{count}张图片读不出来，请重新插入',
  PICTURES_LARGE: '{count}张图片超过10MB，请缩小后再插入',
  PICTURES_LINKED: '{count}张图片不在文件里，只有链接，请重新插入',
  PICTURES_CROPPED: '{count}张图片在Word里裁剪过，这里显示的是整张，请看一下是否合适',
  PICTURES_MOVED: '{count}张图片放到了表格或文字后面，请看一下位置',
  HEADING_LEVELS: '{count}个标题层级太深，都按第三级显示',
  HEADINGS_LONG: '{count}个标题太长，按正文显示',
  LIST_NUMBERS: '{count}个列表的编号样式改成了1、2、3',
  LIST_DEPTH: '{count}处列表层级太深，并到了第五级',
  TABLE_CONTENT: '{count}个单元格里的列表或小表格改成了一行一行的文字',
  TABLES_WIDE: '{count}个表格列数太多，改成了一行一段文字',
  CAPTIONS_LONG: '{count}个图片说明太长，按正文显示',
} as const;

export type WarningCode = keyof typeof sentences;

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  readonly count: number;
}

const shownExamples = 5;

/** Counts what is lost while a document is read, so that nothing is lost silently. */
export class Warnings {
  private readonly counts = new Map<WarningCode, number>();
  private readonly examples = new Map<WarningCode, Set<string>>();

  add(code: WarningCode, count = 1): void {
    if (count > 0) this.counts.set(code, (this.counts.get(code) ?? 0) + count);
  }

  /** Counted and named in the sentence. */
  addNamed(code: WarningCode, example: string): void {
    this.add(code);
    const known = this.examples.get(code) ?? new Set();
    this.examples.set(code, known.add(example));
  }

  /** In the order of the sentences above. */
  list(): Warning[] {
    return (Object.keys(sentences) as WarningCode[]).flatMap((code) => {
      const count = this.counts.get(code);
      return count === undefined ? [] : [{ code, count, message: this.sentence(code, count) }];
    });
  }

  private sentence(code: WarningCode, count: number): string {
    const examples = [...(this.examples.get(code) ?? [])];
    const list = examples.slice(0, shownExamples).join('、') + (examples.length > shownExamples ? '等' : '');
    return sentences[code].replace('{count}', String(count)).replace('{list}', list);
  }
}
