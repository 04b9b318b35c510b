import type { z } from 'zod';
import type { RouteName } from '../routes/all.ts';
import { articleContract } from './articles.ts';
import { attendanceContract } from './attendance.ts';
import { leaveContract } from './leaves.ts';
import { makeUpContract } from './make-ups.ts';
import { exemptionContract } from './exemptions.ts';
import { studyHoursContract } from './study-hours.ts';
import { coverageContract } from './coverage.ts';
import type { RouteContract } from './contract.ts';
import { ballotContract } from './ballots.ts';
import { complaintContract } from './complaints.ts';
import { objectionContract } from './objections.ts';
import { publicationContract } from './publications.ts';
import { scoreAdjustmentContract } from './score-adjustments.ts';
import { courseContract } from './courses.ts';
import { implementationPlanContract } from './implementation-plans.ts';
import { loginContract } from './logins.ts';
import { memberContract } from './members.ts';
import { organisationContract } from './organisation.ts';
import { paperworkContract } from './paperwork.ts';
import { practiceBaseContract } from './practice-bases.ts';
import { assessmentMonthContract } from './assessment-months.ts';
import { rubricContract } from './rubrics.ts';
import { scoreEntryContract } from './score-entries.ts';
import { schoolContract } from './schools.ts';
import { studySessionContract } from './study-sessions.ts';
import { sessionFeedbackContract } from './session-feedback.ts';
import { studyContract } from './study.ts';
import { teacherContract } from './teachers.ts';
import { themeContract } from './themes.ts';
import { townContract } from './towns.ts';
import { venueContract } from './venues.ts';
import { workingDayContract } from './working-days.ts';
import { wechatEventContract } from './wechat-events.ts';
import { annualScoreContract } from './annual-scores.ts';

/** What every route takes and answers, under the route's name. */
export const contract = {
  ...loginContract,
  ...townContract,
  ...memberContract,
  ...themeContract,
  ...articleContract,
  ...studyContract,
  ...studySessionContract,
  ...attendanceContract,
  ...leaveContract,
  ...makeUpContract,
  ...exemptionContract,
  ...studyHoursContract,
  ...coverageContract,
  ...venueContract,
  ...practiceBaseContract,
  ...teacherContract,
  ...sessionFeedbackContract,
  ...courseContract,
  ...schoolContract,
  ...organisationContract,
  ...implementationPlanContract,
  ...complaintContract,
  ...paperworkContract,
  ...assessmentMonthContract,
  ...rubricContract,
  ...ballotContract,
  ...publicationContract,
  ...objectionContract,
  ...scoreAdjustmentContract,
  ...scoreEntryContract,
  ...workingDayContract,
  ...annualScoreContract,
  ...wechatEventContract,
};

export type Contract = typeof contract;

export function contractOf(name: RouteName): RouteContract {
  return contract[name];
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Given<T> = T extends z.ZodType ? z.input<T> : undefined;
type Part<Name extends RouteName, Key extends string> = Contract[Name] extends Record<Key, infer P> ? P : undefined;

/** What a handler gets after validation. */
export interface Input<Name extends RouteName> {
  params: Parsed<Part<Name, 'params'>>;
  query: Parsed<Part<Name, 'query'>>;
  body: Parsed<Part<Name, 'body'>>;
}

/** Not taken apart where there are several kinds of a body: somebody may send any of them. */
type Sent<Key extends string, T> = [T] extends [undefined] ? { [K in Key]?: undefined } : { [K in Key]: T };
type SentQuery<T> = T extends undefined ? { query?: undefined } : { query?: T };

/** What a client sends. */
export type Request<Name extends RouteName> = Sent<'params', Given<Part<Name, 'params'>>> &
  SentQuery<Given<Part<Name, 'query'>>> &
  Sent<'body', Given<Part<Name, 'body'>>>;

/** What a handler returns and a client gets. */
export type Answer<Name extends RouteName> = Contract[Name]['answer'] extends infer A ? (A extends z.ZodType ? z.output<A> : A extends 'bytes' ? 'bytes' : undefined) : never;
