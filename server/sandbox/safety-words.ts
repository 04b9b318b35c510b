import type { SafetyWord } from './options.ts';

export interface SafetyVerdict {
  suggest: 'pass' | 'review' | 'risky';
  /** 100 ok, else one of WECHAT.md §3's labels. */
  label: number;
  keyword: string | null;
}

const severity = { review: 1, risky: 2 } as const;

/** A stand-in for the machine check: the worst word found decides. WECHAT.md §3 */
export class SafetyWords {
  #words: readonly SafetyWord[];

  constructor(words: readonly SafetyWord[]) {
    this.#words = words;
  }

  replace(words: readonly SafetyWord[]): void {
    this.#words = words;
  }

  list(): readonly SafetyWord[] {
    return this.#words;
  }

  judge(text: string): SafetyVerdict {
    const found = this.#words.filter(({ word }) => text.includes(word));
    const worst = found.sort((a, b) => severity[b.suggest] - severity[a.suggest])[0];
    if (!worst) return { suggest: 'pass', label: 100, keyword: null };
    return { suggest: worst.suggest, label: worst.label, keyword: worst.word };
  }
}
