import { readFileSync } from 'node:fs';
import { annualScore, capAnnualExcellent, defaultRubric, FactsError, type GradedPerson, type MonthFacts, monthlyScore, type YearFacts } from '../src/rules/assessment.ts';

interface Cases {
  months: { name: string; facts: MonthFacts; expected: object }[];
  years: { name: string; facts: YearFacts; expected: object }[];
  caps: { name: string; people: GradedPerson[]; expected: object[] }[];
  errors: { fn: 'monthlyScore' | 'annualScore'; facts: unknown; field: string }[];
}

const cases = JSON.parse(readFileSync(new URL('./fixtures/assessment-cases.json', import.meta.url), 'utf8')) as Cases;

test.each(cases.months)('$name', ({ facts, expected }) => {
  expect(monthlyScore(defaultRubric, facts)).toMatchObject(expected);
});

test.each(cases.years)('$name', ({ facts, expected }) => {
  expect(annualScore(defaultRubric, facts)).toEqual(expected);
});

test.each(cases.caps)('$name', ({ people, expected }) => {
  expect(capAnnualExcellent(defaultRubric, people)).toEqual(expected);
});

test.each(cases.errors)('facts with a wrong $field are refused', ({ fn, facts, field }) => {
  const score = fn === 'monthlyScore' ? () => monthlyScore(defaultRubric, facts as MonthFacts) : () => annualScore(defaultRubric, facts as YearFacts);
  expect(score).toThrow(FactsError);
  expect(score).toThrow(expect.objectContaining({ field }));
});
