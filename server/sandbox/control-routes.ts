import type { FastifyInstance } from 'fastify';
import * as schemas from './control-schemas.ts';
import type { SandboxControls, Slice } from './controls.ts';
import type { DemoUserChange, NewDemoUser } from './demo-users.ts';
import type { PushManner, PushTarget } from './event-push.ts';
import type { Fault } from './faults.ts';
import type { SafetyWord } from './options.ts';
import type { SubscriptionWish } from './subscription-request.ts';
import type { SubscriptionAnswer } from './subscriptions.ts';

interface OfUser {
  Params: { openid: string };
}
type SingleAnswer = { templateId: string; answer: SubscriptionAnswer; alwaysKeep?: boolean };
type FaultOrder = Fault | { path: string; dailyQuota: number } | { revokeTokens: true };

/** The controls over HTTP, under `/sandbox`. Ordinary statuses: 400 malformed, 404 no such user, 409 not possible. */
export function controlRoutes(app: FastifyInstance, controls: SandboxControls): void {
  // Without it a foreign web page could post here as text/plain, which browsers do not ask about first.
  app.removeContentTypeParser('text/plain');
  userRoutes(app, controls);
  phoneRoutes(app, controls);
  faultRoutes(app, controls);
  pushRoutes(app, controls);
}

function pushRoutes(app: FastifyInstance, controls: SandboxControls): void {
  app.put<{ Body: PushTarget & { appId: string } }>('/push', { schema: { body: schemas.pushBody } }, async ({ body: { appId, ...target } }, reply) => {
    controls.setPush(appId, target);
    return reply.code(204).send();
  });
  app.put<{ Body: Partial<PushManner> }>('/push-manner', { schema: { body: schemas.pushMannerBody } }, async ({ body }, reply) => {
    controls.setPushManner(body);
    return reply.code(204).send();
  });
  app.get('/pushes', async () => controls.pushes());
}

function userRoutes(app: FastifyInstance, controls: SandboxControls): void {
  app.post<{ Body: NewDemoUser }>('/users', { schema: { body: schemas.newUserBody } }, async (request, reply) =>
    reply.code(201).send(controls.createUser(request.body)),
  );
  app.get<{ Querystring: Slice }>('/users', { schema: { querystring: schemas.sliceQuery } }, async (request) =>
    controls.listUsers(request.query),
  );
  app.get<OfUser>('/users/:openid', async ({ params }) => controls.getUser(params.openid));
  app.patch<OfUser & { Body: DemoUserChange }>(
    '/users/:openid',
    { schema: { body: schemas.userChangeBody } },
    async ({ params, body }) => controls.changeUser(params.openid, body),
  );
  app.post<OfUser>('/users/:openid/visits', async ({ params }, reply) => {
    controls.visit(params.openid);
    return reply.code(204).send();
  });
}

function phoneRoutes(app: FastifyInstance, controls: SandboxControls): void {
  app.post<OfUser>('/users/:openid/login-codes', async ({ params }) => ({ code: controls.createLoginCode(params.openid) }));
  app.post<OfUser>('/users/:openid/phone-codes', async ({ params }) => ({ code: controls.createPhoneCode(params.openid) }));
  app.post<OfUser & { Body: SingleAnswer | SubscriptionWish }>(
    '/users/:openid/subscription-answers',
    { schema: { body: schemas.subscriptionAnswersBody } },
    async ({ params, body }) => controls.answerSubscriptions(params.openid, wishOf(body)),
  );
  app.put<OfUser & { Body: { templateId: string; kept: 'accept' | 'reject' | null } }>(
    '/users/:openid/kept-answers',
    { schema: { body: schemas.keptAnswerBody } },
    async ({ params, body }, reply) => {
      controls.keepAnswer(params.openid, body.templateId, body.kept);
      return reply.code(204).send();
    },
  );
  app.get<OfUser>('/users/:openid/credits', async ({ params }) => controls.credits(params.openid));
  app.get<OfUser & { Querystring: Slice }>(
    '/users/:openid/messages',
    { schema: { querystring: schemas.sliceQuery } },
    async ({ params, query }) => controls.listMessages(params.openid, query),
  );
}

function faultRoutes(app: FastifyInstance, controls: SandboxControls): void {
  app.get('/faults', async () => controls.listFaults());
  app.put<{ Body: FaultOrder }>('/faults', { schema: { body: schemas.faultBody } }, async ({ body }) => {
    if ('revokeTokens' in body) controls.revokeTokens();
    else if ('dailyQuota' in body) controls.leaveToday(body.path, body.dailyQuota);
    else controls.setFault(body);
    return controls.listFaults();
  });
  app.delete('/faults', async (_request, reply) => {
    controls.clearFaults();
    return reply.code(204).send();
  });
  app.get('/calls', async () => controls.calls());
  app.get('/media-checks', async () => controls.mediaCheckEvents());
  app.put<{ Body: SafetyWord[] }>('/safety-words', { schema: { body: schemas.safetyWordsBody } }, async ({ body }, reply) => {
    controls.replaceSafetyWords(body);
    return reply.code(204).send();
  });
}

function wishOf(body: SingleAnswer | SubscriptionWish): SubscriptionWish {
  if ('answers' in body) return body;
  return { answers: { [body.templateId]: body.answer }, alwaysKeep: body.alwaysKeep };
}
