import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { Acts } from '../platform/access/acts.ts';
import type { Caller } from '../platform/access/callers.ts';
import { By, In, Who } from '../platform/access/request.ts';
import type { OpenScope, PersonScope, Scope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { CallerViewService } from './caller-view.service.ts';
import { ConsentsService } from './consents.service.ts';
import { DesktopLoginsService } from './desktop-logins.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { LoginsService } from './logins.service.ts';
import { SignInService } from './sign-in.service.ts';

@Controller()
export class LoginsController {
  constructor(
    private readonly signIn: SignInService,
    private readonly desktop: DesktopLoginsService,
    private readonly logins: LoginsService,
    private readonly views: CallerViewService,
    private readonly invitations: InvitationsService,
    private readonly consents: ConsentsService,
    private readonly acts: Acts,
  ) {}

  @Serves('createLogin')
  byCode(@By() scope: OpenScope, @In() { body }: Input<'createLogin'>): Promise<Answer<'createLogin'>> {
    return this.signIn.byCode(scope, body);
  }

  @Serves('chooseLogin')
  choose(@By() scope: OpenScope, @In() { body }: Input<'chooseLogin'>): Promise<Answer<'chooseLogin'>> {
    return this.signIn.choose(scope, body);
  }

  @Serves('createBinding')
  bind(@By() scope: OpenScope, @In() { body }: Input<'createBinding'>): Promise<Answer<'createBinding'>> {
    return this.signIn.bind(scope, body);
  }

  @Serves('createLinkLogin')
  byLink(@By() scope: OpenScope, @In() { body }: Input<'createLinkLogin'>): Promise<Answer<'createLinkLogin'>> {
    return this.desktop.byLink(scope, body.secret);
  }

  @Serves('createDesktopLogin')
  askOnDesktop(@By() scope: OpenScope): Promise<Answer<'createDesktopLogin'>> {
    return this.desktop.ask(scope);
  }

  @Serves('confirmDesktopLogin')
  confirmOnPhone(@By() scope: PersonScope, @In() { body }: Input<'confirmDesktopLogin'>): Promise<void> {
    return this.desktop.confirm(scope, body.code);
  }

  @Serves('collectDesktopLogin')
  collectOnDesktop(@By() scope: OpenScope, @In() { params, body }: Input<'collectDesktopLogin'>): Promise<Answer<'collectDesktopLogin'>> {
    return this.desktop.collect(scope, params.id, body.secret);
  }

  @Serves('getCurrentLogin')
  current(@Who() caller: Caller): Promise<Answer<'getCurrentLogin'>> {
    return this.views.of(caller);
  }

  @Serves('endCurrentLogin')
  end(@By() scope: Scope, @Who() caller: Caller): Promise<void> {
    return this.acts.perform(scope, () => this.logins.end(caller), { target: caller.loginId });
  }

  @Serves('createInvitation')
  invite(@By() scope: PersonScope, @In() { params }: Input<'createInvitation'>): Promise<Answer<'createInvitation'>> {
    return this.invitations.create(scope, params.id);
  }

  @Serves('createConsent')
  agree(@By() scope: PersonScope, @In() { body }: Input<'createConsent'>): Promise<void> {
    return this.consents.agree(scope, body.version);
  }

  @Serves('withdrawConsent')
  takeBack(@By() scope: PersonScope): Promise<void> {
    return this.consents.withdraw(scope);
  }
}
