import { type InvitationState, isLocal, type TeacherKind, teacherKindNames, teacherKinds } from '@weidangxiao/shared/rules/teacher.ts';
import type { Tone } from '../../components/chip.tsx';

export const kindChoices = teacherKinds.map((value) => ({ value: value as string, label: `${teacherKindNames[value]}${isLocal(value) ? '' : '，外请'}` }));
export const invitationTones: Readonly<Record<InvitationState, Tone>> = { invited: 'amber', accepted: 'green', declined: 'plain', withdrawn: 'line' };
export type { TeacherKind };
