import fastifyStatic from '@fastify/static';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The phone's pages at `/`, the desktop's at `/desk/`. */
const frontEnds = [
  { prefix: '/desk', folder: 'desk' },
  { prefix: '', folder: 'h5' },
] as const;

/** A build puts a hash into the names of what never changes. */
const hashed = /[.-][0-9a-f]{8,}\.\w+$/i;

/** Serves the built front ends; a path without an ending is one of their pages, so it gets their index. */
export async function serveFrontEnds(server: FastifyInstance, webRoot: string): Promise<void> {
  await server.register(fastifyStatic, { root: webRoot, serve: false, cacheControl: false });
  server.get('/desk', (_request, reply) => reply.redirect('/desk/'));
  for (const { prefix, folder } of frontEnds) {
    const root = path.join(webRoot, folder);
    server.get<{ Params: { '*': string } }>(`${prefix}/*`, (request, reply) => answer(root, request.params['*'], reply));
  }
}

/** Of the inline scripts in the front ends' index files, base64: what the content security policy lets in. */
export function inlineScriptHashes(webRoot: string): string[] {
  return frontEnds.flatMap(({ folder }) => {
    const index = path.join(webRoot, folder, 'index.html');
    return existsSync(index) ? hashesOf(readFileSync(index, 'utf8')) : [];
  });
}

function answer(root: string, file: string, reply: FastifyReply): FastifyReply {
  if (isOfTheServer(file)) throw new AppError('NOT_FOUND');
  const page = path.extname(file) === '';
  void reply.header('cache-control', hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  return reply.sendFile(page ? 'index.html' : file, root);
}

function isOfTheServer(file: string): boolean {
  return file === 'api' || file.startsWith('api/');
}

function hashesOf(html: string): string[] {
  const inline = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi);
  return [...inline].map(([, script = '']) => createHash('sha256').update(script).digest('base64'));
}
