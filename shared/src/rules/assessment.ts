// What others use of the rating: the default rubric and the three pure functions over it (ASSESSMENT.md).
export { defaultRubric, type Rubric } from './assessment/rubric.ts';
export { FactsError, type MonthFacts } from './assessment/facts.ts';
export { monthlyScore, type MonthlyScore } from './assessment/monthly.ts';
export { annualScore, type AnnualScore, capAnnualExcellent, type GradedPerson, type YearFacts } from './assessment/annual.ts';
