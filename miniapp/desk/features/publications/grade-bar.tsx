import { type Counts, gradesInWords, outcomes, peopleIn } from './grade-counts.ts';
import css from './publications.module.css';

/** How a group's grades are spread: as parts of a whole, so that no group is longer than another. */
export function GradeBar({ counts }: { counts: Counts }) {
  if (peopleIn(counts) === 0) return null;
  return (
    <div className={css.bar} role="img" aria-label={gradesInWords(counts)}>
      {outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => <i key={outcome} className={css[outcome]} style={{ flex: counts[outcome] }} />)}
    </div>
  );
}
