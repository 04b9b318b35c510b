import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type Complaint = Answer<'listComplaints'>['items'][number];
export type Escalated = Answer<'listEscalatedComplaints'>['items'][number];
