import { useEffect, useState } from 'react';
import { inputClass } from './field.tsx';
import css from './search-box.module.css';

/** Asks a moment after the last key, so that a word in Chinese can be finished first. */
const pauseMs = 300;

export function SearchBox({ label, initial = '', onSearch }: { label: string; initial?: string; onSearch: (words: string) => void }) {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    if (words === null) return undefined;
    const timer = setTimeout(() => onSearch(words.trim()), pauseMs);
    return () => clearTimeout(timer);
    // Only a new word starts a search; a new `onSearch` of the parent does not.
  }, [words]);
  return <input type="search" className={`${inputClass} ${css.search ?? ''}`} aria-label={label} placeholder={label} maxLength={30} value={words ?? initial} onChange={(event) => setWords(event.target.value)} />;
}
