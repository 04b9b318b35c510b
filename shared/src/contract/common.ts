import { z } from 'zod';
import { grades } from '../rules/assessment/rubric.ts';

export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '编号的格式不对');
/** A business date in Asia/Shanghai. */
export const date = z.iso.date('日期要写成2026-11-23这样');
/** The date of a Monday; which date is a Monday is judged by the rules, so that the error can say so. */
export const monday = date;
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份要写成2026-11这样');
export const year = z.string().regex(/^20\d{2}$/, '年份要写成2026这样');
/** An instant in epoch milliseconds, UTC. */
export const instant = z.int().min(0).max(8_640_000_000_000);
/** 11 digits of a mainland mobile number. */
export const phone = z.string().regex(/^1\d{10}$/, '手机号要11位数字，以1开头');
export const townCode = z.string().regex(/^[a-z0-9-]{2,32}$/, '镇的代号只用小写字母、数字和短横');

/** Trimmed text that a person writes, 1 to `max` characters. */
export const text = (max: number) => z.string().trim().min(1, '这一项要填').max(max, `最多${max}个字`);
export const optionalText = (max: number) => z.string().trim().max(max, `最多${max}个字`);

export const byId = z.object({ id });
export const nothing = z.null();

export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});

/** One page of a list; `total` counts all rows that the caller may see under the same filter. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() });

/** Whoever did something, as others may see it. */
export const person = z.object({ memberId: id, name: z.string() });

/** One member's month or year as people read it; null figures where it is not rated. */
export const scoreFigures = z.object({ rated: z.boolean(), s: z.string().nullable(), p: z.string().nullable(), m: z.string().nullable(), grade: z.enum(grades).nullable() });
