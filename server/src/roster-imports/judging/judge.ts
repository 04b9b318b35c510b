import { rosterFaults } from '@weidangxiao/shared/rules/roster-fault.ts';
import type { Entry } from '../reading/read-roster.ts';
import { offeredRole } from '../reading/read-words.ts';
import { changeSentences, changesOf } from './find-changes.ts';
import { findTidied } from './find-tidied.ts';
import { findTwins } from './find-twins.ts';
import type { Candidate, Corrections, Judged, Judgement, TownPicture } from './judgement.ts';
import { readEntry } from './read-entry.ts';
import { recognise } from './recognise.ts';
import { settleGroups, unknownAmong } from './settle-groups.ts';

/** What becomes of every row, given what was corrected and whom the town has today. */
export function judge(entries: readonly Entry[], corrections: Corrections, town: TownPicture): Judgement {
  const rows = entries.map((entry) => readEntry(entry, corrections.rows[entry.key] ?? {}, town.today));
  const present = rows.filter(({ correction }) => !correction.skip);
  settleGroups(rows, town, corrections.create);
  recognise(present, town);
  findTwins(present);
  doubtLeaders(present, town);
  const groupNames = new Map(town.groups.map(({ id, name }) => [id, name]));
  const judged = rows.map((row) => outcomeOf(row, groupNames));
  return { rows: judged, unknownGroups: unknownAmong(rows), newGroups: newGroups(judged), missing: missingFrom(rows, town), tidied: findTidied(present) };
}

function outcomeOf(row: Candidate, groupNames: ReadonlyMap<string, string>): Judged {
  if (row.correction.skip) return { ...row, faults: [], outcome: 'skipped', changes: [] };
  const isRefused = row.faults.some(({ code }) => rosterFaults[code].severity === 'refuses');
  const changes = row.member ? changeSentences(changesOf(row, row.member), row, row.member, groupNames) : [];
  if (isRefused) return { ...row, outcome: 'refused', changes };
  if (!row.member) return { ...row, outcome: 'added', changes };
  return { ...row, outcome: changes.length > 0 ? 'changed' : 'unchanged', changes };
}

/** A duty is only ever offered as a role; where the group is led by somebody else, a person should know. */
function doubtLeaders(rows: readonly Candidate[], { leaders, people }: TownPicture): void {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const row of rows) {
    const { group } = row;
    if (!offeredRole(row.duty) || group.kind !== 'known') continue;
    const ofGroup = leaders.filter(({ groupId }) => groupId === group.id);
    const [other] = ofGroup;
    if (other && ofGroup.every(({ memberId }) => memberId !== row.member?.id)) row.faults.push({ code: 'LEADER_EXISTS', words: { group: group.name, name: names.get(other.memberId) ?? '' } });
  }
}

function newGroups(rows: readonly Judged[]): Judgement['newGroups'] {
  const found = new Map<string, string>();
  for (const { group, outcome } of rows) if (group.kind === 'create' && (outcome === 'added' || outcome === 'changed')) found.set(group.key, group.name);
  return [...found].map(([key, name]) => ({ key, name }));
}

function missingFrom(rows: readonly Candidate[], { people }: TownPicture): Judgement['missing'] {
  const spokenOf = new Set(rows.flatMap(({ member, mentions }) => [...mentions, ...(member ? [member.id] : [])]));
  return people.filter(({ id }) => !spokenOf.has(id));
}
