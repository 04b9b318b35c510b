import fc from 'fast-check';
import type { z } from 'zod';
import { toJSONSchema } from 'zod';

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** False behind `prefixItems`: a tuple takes no more. */
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly additionalProperties?: JsonSchema | boolean;
}

const nasty = fc.constantFrom('', ' ', '\0', '0', '-1', '1e309', '　', '𠮷😀', "';--", '%', '../..', 'null', '2026-02-30', '2026-13', 'a'.repeat(3000), '\u202e', '__proto__');
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), nasty);
const junk = fc.oneof(fc.jsonValue({ maxDepth: 3 }), text);

/** Values near what a schema wants: mostly of its shape, with wrong, missing and strange parts in them. */
export function near(schema: z.ZodType): fc.Arbitrary<unknown> {
  return valueOf(toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema, 0);
}

function valueOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return fc.constant(null);
  return fc.oneof({ weight: 8, arbitrary: shapeOf(schema, depth) }, { weight: 1, arbitrary: junk });
}

function shapeOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, depth + 1)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object') return objectOf(schema, depth);
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => valueOf(item, depth + 1)));
  if (schema.type === 'array') return fc.array(valueOf(schema.items || {}, depth + 1), { maxLength: 4 });
  if (schema.type === 'integer' || schema.type === 'number') return fc.oneof(fc.integer({ min: -3, max: 40 }), fc.double(), fc.maxSafeInteger());
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  return stringOf(schema);
}

function objectOf({ properties = {}, additionalProperties }: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (typeof additionalProperties === 'object') return fc.dictionary(fc.string({ maxLength: 8 }), valueOf(additionalProperties, depth + 1), { maxKeys: 4 });
  return fc.record(Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, valueOf(property, depth + 1)])), { requiredKeys: Object.keys(properties).slice(0, 2) });
}

function stringOf({ pattern, format }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid' || pattern?.includes('[0-9a-f]{8}-')) return fc.oneof(fc.uuid(), text);
  if (format === 'date' || pattern?.includes('\\d{4}')) return fc.oneof(fc.constantFrom('2026-11-23', '2026-11', '2026-11-24', '1900-01-01', '2099-12-28'), text);
  if (pattern?.startsWith('^1\\d')) return fc.oneof(fc.constant('13800000000'), text);
  return text;
}
