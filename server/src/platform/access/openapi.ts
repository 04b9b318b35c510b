import { contractOf } from '@weidangxiao/shared/contract/all.ts';
import { errors } from '@weidangxiao/shared/errors.ts';
import type { RouteName } from '@weidangxiao/shared/routes/all.ts';
import { routeNamed } from '@weidangxiao/shared/routes/all.ts';
import type { Route } from '@weidangxiao/shared/routes/route.ts';
import { permissions } from '@weidangxiao/shared/permissions.ts';
import { z } from 'zod';
import { routeNames } from './serves.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of the whole route table, made from it and the contract; nothing in it is written twice. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const name of routeNames) {
    const route = routeNamed(name);
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: '3.1.0',
    info: { title: '微党校', version, description: 'Errors answer `{code, message, field?, detail?}`; `message` is Chinese and says what to do.' },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: errorSchema() },
    },
  };
}

function operation(name: RouteName, route: Route): Json {
  const contract = contractOf(name);
  const body = requestBody(route, contract.body);
  return {
    operationId: name,
    tags: [tagOf(route)],
    'x-permission': route.permission,
    'x-rate-limit': route.rateLimit,
    ...('anyone' in permissions[route.permission] ? {} : { security: [{ bearer: [] }] }),
    parameters: [...parameters('path', contract.params), ...parameters('query', contract.query)],
    ...(body ? { requestBody: body } : {}),
    responses: { [String(route.status ?? 200)]: success(route, contract.answer), default: failure },
  };
}

const failure = { description: 'What went wrong', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } };

function tagOf(route: Route): string {
  return route.permission.split('.')[0] ?? 'service';
}

function parameters(where: 'path' | 'query', schema: z.ZodObject | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({ name, in: where, required: where === 'path' || required.includes(name), schema: property }));
}

function requestBody(route: Route, schema: z.ZodType | undefined): Json | null {
  if (route.upload) {
    const file = { type: 'string', format: 'binary', description: `${route.upload.accepts}, at most ${route.upload.maxBytes} bytes` };
    return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file } } } } };
  }
  if (!schema) return null;
  return { required: !schema.safeParse(undefined).success, content: { [route.raw ? 'text/plain' : 'application/json']: { schema: jsonSchema(schema, 'input') } } };
}

function success(route: Route, answer: z.ZodType | 'bytes' | null): Json {
  if (answer === null) return { description: 'Done' };
  if (answer === 'bytes') return { description: 'The file', content: { [route.download ?? 'application/octet-stream']: { schema: { type: 'string', format: 'binary' } } } };
  return { description: 'Done', content: { 'application/json': { schema: jsonSchema(answer, 'output') } } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return rest;
}

function errorSchema(): Json {
  return {
    type: 'object',
    required: ['code', 'message'],
    properties: { code: { type: 'string', enum: Object.keys(errors) }, message: { type: 'string' }, field: { type: 'string' }, detail: { type: 'object' } },
  };
}
