import { useEffect } from 'react';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { blameOn, type Failure } from '../../platform/failure.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { allTeachers } from '../teachers/use-teachers.ts';
import { allVenues, distanceOf, type NearVenue } from '../venues/use-venues.ts';
import { renamed, type SessionDraft, timesOfDraft } from './session-draft.ts';
import { formatChoices, kindChoices } from './session-words.ts';
import { useMondays } from './use-mondays.ts';

export interface FieldsProps {
  draft: SessionDraft;
  failure: Failure | null;
  onChange: (part: Partial<SessionDraft>) => void;
}

/** What it is and what is learnt. */
export function WhatFields({ draft, failure, onChange }: FieldsProps) {
  const wrong = (field: string): string | null => blameOn(failure, field);
  const mondays = useMondays();
  return (
    <FormGrid>
      <Cell part="half"><TextField label="名称" maxLength={60} placeholder="夜校：冬油菜田间管理" value={draft.title} error={wrong('title')} onChange={(event) => onChange({ title: event.target.value })} /></Cell>
      <Cell part="quarter"><SelectField label="哪一种" choices={kindChoices} value={draft.kind} onChange={(event) => onChange({ kind: event.target.value as SessionDraft['kind'] })} /></Cell>
      <Cell part="quarter"><SelectField label="形式" choices={formatChoices} value={draft.format} onChange={(event) => onChange({ format: event.target.value as SessionDraft['format'] })} /></Cell>
      <Cell part="half"><TextArea label="安排" rows={2} maxLength={1000} placeholder="先讲什么，再做什么" value={draft.agenda} error={wrong('agenda')} onChange={(event) => onChange({ agenda: event.target.value })} /></Cell>
      <Cell part="half"><SelectField label="学哪周的主题" choices={[{ value: '', label: '不按主题' }, ...mondays]} value={draft.monday} error={wrong('monday')} onChange={(event) => onChange({ monday: event.target.value })} /></Cell>
    </FormGrid>
  );
}

/** Where, and who teaches. */
export function WhereFields({ draft, failure, onChange }: FieldsProps) {
  const wrong = (field: string): string | null => blameOn(failure, field);
  return (
    <FormGrid>
      <Cell part="half"><VenueField draft={draft} failure={failure} onChange={onChange} /></Cell>
      <Cell part="half"><TextField label="地点写成" maxLength={80} placeholder="柑橘园东头" value={draft.placeText} error={wrong('placeText')} onChange={(event) => onChange({ placeText: event.target.value })} /></Cell>
      <Cell part="half"><TeacherField draft={draft} failure={failure} onChange={onChange} /></Cell>
      <Cell part="half"><TextField label="老师写成" maxLength={40} placeholder="不在师资库里的直接写" value={draft.teacherText} error={wrong('teacherText')} onChange={(event) => onChange({ teacherText: event.target.value })} /></Cell>
    </FormGrid>
  );
}

function VenueField({ draft, failure, onChange }: FieldsProps) {
  const groupId = draft.who === 'groups' ? draft.groupIds[0] : undefined;
  const times = timesOfDraft(draft);
  const asked = times && times.endsAt > times.startsAt ? times : {};
  const venues = useLoaded(JSON.stringify([groupId, asked]), () => allVenues({ groupId, ...asked })).data ?? [];
  const choices = venues.filter(({ closed }) => !closed).map((venue) => ({ value: venue.id, label: venueWords(venue) }));
  const nameOf = (id: string): string => venues.find((venue) => venue.id === id)?.name ?? '';
  const choose = (venueId: string): void => onChange({ venueId, placeText: renamed(draft.placeText, nameOf(draft.venueId), nameOf(venueId)) });
  const gone = draft.venueId !== '' && venues.length > 0 && !choices.some(({ value }) => value === draft.venueId);
  useEffect(() => {
    if (gone) onChange({ venueId: '' });
    // Only a place that is no longer there is taken out.
  }, [gone]);
  return <SelectField label="场地" hint={groupId ? '近的在前' : '选了小组，近的排前面'} error={blameOn(failure, 'venueId')} choices={[{ value: '', label: '不用场地' }, ...choices]} value={draft.venueId} onChange={(event) => choose(event.target.value)} />;
}

function venueWords({ name, seats, own, metres, free }: NearVenue): string {
  return [name, seats ? `${seats}座` : '', own ? '本组的' : metres === null ? '' : distanceOf(metres), free === false ? '那时有人用' : ''].filter(Boolean).join('，');
}

function TeacherField({ draft, failure, onChange }: FieldsProps) {
  const teachers = useLoaded('teachers', allTeachers).data ?? [];
  const nameOf = (id: string): string => teachers.flatMap((one) => (one.id === id ? [`${one.organisation}${one.name}`] : []))[0] ?? '';
  const choose = (teacherId: string): void => onChange({ teacherId, teacherText: renamed(draft.teacherText, nameOf(draft.teacherId), nameOf(teacherId)) });
  const choices = teachers.map(({ id, name, organisation, topics }) => ({ value: id, label: [name, organisation, topics.slice(0, 3).join('、')].filter(Boolean).join('，') }));
  return <SelectField label="谁来讲" error={blameOn(failure, 'teacherId')} choices={[{ value: '', label: '没定' }, ...choices]} value={draft.teacherId} onChange={(event) => choose(event.target.value)} />;
}
