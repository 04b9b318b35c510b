import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

type Row = Answer<'listPublications'>['items'][number];
type RawLine = Answer<'listPublicationLines'>['items'][number];
export type Publication = Answer<'getPublication'>;
export type Verification = Answer<'verifyPublication'>;
/** With an id of this phone's making: names are not unique. */
export type SheetLine = RawLine & { readonly id: string };

export const pages = {
  list: 'packages/town/publications/index',
  one: 'packages/town/publication/index',
  verify: 'packages/town/verify/index',
  log: 'packages/leader/objection/index',
} as const;

const withId = (row: Row) => ({ ...row, id: `${row.kind}/${row.period}` });
export type PublicationRow = ReturnType<typeof withId>;

/** Newest first. */
export function usePublications(): Paged<PublicationRow, { items: PublicationRow[]; total: number }> {
  return usePaged<PublicationRow, { items: PublicationRow[]; total: number }>(useMember() && 'publications', async (page) => {
    const answer = await call('listPublications', { query: { page, pageSize: 20 } });
    return { ...answer, items: answer.items.map(withId) };
  });
}

/** @param period null: none */
export function usePublication(kind: PublicationKind, period: string | null): Stored<Publication> {
  return useStored(useMember() && period && `publication/${kind}/${period}`, () => call('getPublication', { params: { kind, period: period ?? '' } }));
}

const linesOfPage = 100;

export function useSheetLines({ kind, period }: { kind: PublicationKind; period: string }, place: number): Paged<SheetLine, { items: SheetLine[]; total: number }> {
  return usePaged<SheetLine, { items: SheetLine[]; total: number }>(useMember() && `publication/${kind}/${period}/${place}`, async (page) => {
    const answer = await call('listPublicationLines', { params: { kind, period }, query: { place, page, pageSize: linesOfPage } });
    return { ...answer, items: answer.items.map((line, at) => ({ ...line, id: `${page}/${at}` })) };
  });
}

/** By the code of a printed sheet, for anybody; null asks nothing. */
export function useVerification(code: string | null): Stored<Verification> {
  return useStored(code && `verification/${code}`, () => call('verifyPublication', { params: { code: code ?? '' } }));
}

/** 优, or why there is none. */
export function gradeText(kind: PublicationKind, grade: RawLine['grade']): string {
  if (grade) return gradeNames[grade];
  return kind === 'month' ? '免评' : '不定等次';
}

function useMember(): string | null {
  return useSession(({ caller }) => caller?.member?.id ?? null);
}
