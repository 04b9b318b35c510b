import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { audioOf } from '../lessons/lesson-view.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';

type Theme = NonNullable<Answer<'getWeek'>['theme']>;
export type SentTheme = Omit<Theme, 'weekLabel' | 'lessons' | 'corrections'>;

/** A town, its holiday on a Monday, and its latest theme sent for that Monday or one before. */
export interface WeekFacts {
  readonly town: Answer<'getWeek'>['town'];
  readonly holiday: string | null;
  readonly last: SentTheme | null;
  readonly lessonIds: readonly string[];
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly schoolName: string;
  readonly contactPhone: string | null;
  readonly holiday: string | null;
  readonly themeId: string | null;
  readonly monday: string;
  readonly title: string;
  readonly leadText: string;
  readonly articleUrl: string | null;
  readonly lessonIds: string;
  readonly sentAt: number | null;
}

type LessonRow = Omit<Theme['lessons'][number], 'audio'> & { readonly audioFileId: string | null; readonly audioSeconds: number | null };

export const factsSql = `
  SELECT t.code AS code, t.name AS name, t.school_name AS schoolName, t.contact_phone AS contactPhone, h.label AS holiday,
    s.id AS themeId, s.monday AS monday, s.title AS title, s.lead AS leadText, s.article_url AS articleUrl, s.lesson_ids AS lessonIds, s.sent_at AS sentAt
  FROM towns t
  LEFT JOIN holidays h ON h.town_id = t.id AND h.monday = ?
  LEFT JOIN themes s ON s.town_id = t.id AND s.monday = (SELECT MAX(last.monday) FROM themes last WHERE last.town_id = t.id AND last.state = 'sent' AND last.monday <= ?)
  WHERE t.id = ?`;

export const lessonsSql = `
  SELECT l.id AS id, l.title AS title, l.category AS category, l.minutes AS minutes, l.audio_file_id AS audioFileId, l.audio_seconds AS audioSeconds,
    l.source AS source, l.sent_on AS sentOn
  FROM lesson_uses u JOIN lessons l ON l.town_id = u.town_id AND l.id = u.lesson_id
  WHERE u.town_id = ? AND u.theme_id = ? AND l.sent_on IS NOT NULL`;

export const correctionsSql = 'SELECT c.at AS at, c.note AS note FROM theme_corrections c WHERE c.town_id = ? AND c.theme_id = ? ORDER BY c.revision DESC';

/**
 * The page that a whole town opens on Monday at 08:00: three statements over what towns, themes and lessons keep, and
 * only of what is public. Writing is those nouns' own.
 */
@Injectable()
export class WeeksRepository {
  constructor(private readonly database: Database) {}

  async facts({ townId }: TownScope, monday: string): Promise<WeekFacts | null> {
    const [row] = await this.database.run<Row>(factsSql, [monday, monday, townId]);
    if (!row) return null;
    const { code, name, schoolName, contactPhone, holiday } = row;
    return { town: { code, name, schoolName, contactPhone }, holiday, last: themeOf(row), lessonIds: row.themeId ? (JSON.parse(row.lessonIds) as string[]) : [] };
  }

  /** In the order of `ids`. */
  async lessons({ townId }: TownScope, themeId: string, ids: readonly string[]): Promise<Theme['lessons']> {
    const rows = await this.database.run<LessonRow>(lessonsSql, [townId, themeId]);
    const lessons = new Map(rows.map(({ audioFileId, audioSeconds, ...lesson }) => [lesson.id, { ...lesson, audio: audioOf({ audioFileId, audioSeconds }) }]));
    return ids.flatMap((id) => lessons.get(id) ?? []);
  }

  /** Newest first. */
  async corrections({ townId }: TownScope, themeId: string): Promise<Theme['corrections']> {
    const rows = await this.database.run<{ at: number; note: string }>(correctionsSql, [townId, themeId]);
    return rows.map(({ at, note }) => ({ at: Number(at), note }));
  }
}

function themeOf({ themeId, monday, title, leadText, articleUrl, sentAt }: Row): SentTheme | null {
  if (themeId === null) return null;
  if (sentAt === null) throw new Error(`theme ${themeId} was sent at no time`);
  return { id: themeId, monday, title, lead: leadText, articleUrl, sentAt: Number(sentAt) };
}
