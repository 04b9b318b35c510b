import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type Permission, reachOf } from '@weidangxiao/shared/permissions.ts';
import { routeNamed, type RouteName } from '@weidangxiao/shared/routes/all.ts';
import { enterRequest } from '../context/request-context.ts';
import { type Caller, Callers } from './callers.ts';
import { scopeFor } from './mint.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { Access, AccessRequest } from './request.ts';

/** Acts on personal data that a member may do only after agreeing to the privacy notice. */
const needsConsent: ReadonlySet<Permission> = new Set<Permission>(['check-ins.own', 'reflections.write', 'files.create', 'subscriptions.own', 'courses.own', 'session-feedback.own', 'sign-ins.own']);

/** The first step of the one way through: who is it, may they, how far do they reach. */
@Injectable()
export class AccessGuard {
  constructor(
    private readonly callers: Callers,
    private readonly limiter: RateLimiter,
  ) {}

  /** @throws AppError TOO_MANY_REQUESTS, LOGIN_ENDED, LOGIN_REQUIRED, NOT_ALLOWED, CONSENT_REQUIRED, NOT_FOUND */
  async admit(request: AccessRequest, name: RouteName): Promise<Access> {
    const route = routeNamed(name);
    const { ip } = request;
    if (route.rateLimit !== 'callback') this.limiter.take(`address:${ip}`, 'address');
    const caller = await this.callerOf(request);
    this.limiter.take(caller?.loginId ?? ip, route.rateLimit);
    const reach = reachOf(route.permission, caller?.roles ?? []);
    if (!reach) throw new AppError(caller ? 'NOT_ALLOWED' : 'LOGIN_REQUIRED');
    requireConsent(route.permission, route.method, caller);
    const scope = scopeFor(reach, caller, reach === 'public' ? await this.publicTown(request) : null);
    enterRequest({ route: name, audit: route.audit, scope });
    return { name, caller, scope };
  }

  private async callerOf(request: AccessRequest): Promise<Caller | null> {
    const header = request.headers.authorization;
    if (!header) return null;
    const caller = header.startsWith('Bearer ') ? await this.callers.find(header.slice(7)) : null;
    if (!caller) throw new AppError('LOGIN_ENDED');
    return caller;
  }

  private async publicTown(request: AccessRequest): Promise<string | null> {
    const { town } = request.query as { town?: unknown };
    return typeof town === 'string' ? this.callers.townIdOf(town) : null;
  }
}

function requireConsent(permission: Permission, method: string, caller: Caller | null): void {
  if (method === 'GET' || !needsConsent.has(permission)) return;
  if (!caller?.consentVersion) throw new AppError('CONSENT_REQUIRED');
}
