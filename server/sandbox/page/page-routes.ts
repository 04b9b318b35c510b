import type { FastifyInstance } from 'fastify';
import type { DemoUser } from '../demo-users.ts';
import type { SandboxState } from '../state.ts';
import { faultPanel } from './fault-panel.ts';
import { html } from './html.ts';
import { pushPanel } from './push-panel.ts';
import { pageDocument } from './page-document.ts';
import { phone } from './phone.ts';

const phonesOnAPage = 12;
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

interface Wanted {
  page: number;
  search: string;
}

/** What the page draws; each part is replaced only when its text has changed. */
export interface Drawing {
  summary: string;
  faults: string;
  phones: { openid: string; html: string }[];
  pager: { page: number; pages: number };
}

const wantedQuery = {
  type: 'object',
  properties: {
    page: { type: 'integer', minimum: 0, maximum: 10_000, default: 0 },
    search: { type: 'string', maxLength: 40, default: '' },
  },
};

/** The page that shows what arrives on each phone, under `/sandbox/`. */
export function pageRoutes(app: FastifyInstance, state: SandboxState): void {
  const text = pageDocument(state.settings.appName);
  app.get('/', { prefixTrailingSlash: 'slash' }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(text),
  );
  // Relative addresses in the page need the slash.
  app.get('/', { prefixTrailingSlash: 'no-slash' }, async (_request, reply) => reply.redirect('sandbox/'));
  app.get<{ Querystring: Wanted }>('/phones', { schema: { querystring: wantedQuery } }, async ({ query }) => draw(state, query));
}

function draw(state: SandboxState, { page, search }: Wanted): Drawing {
  const found = state.users.all().filter((user) => fits(user, search.trim()));
  const pages = Math.max(1, Math.ceil(found.length / phonesOnAPage));
  const shownPage = Math.min(page, pages - 1);
  const shown = found.slice(shownPage * phonesOnAPage, (shownPage + 1) * phonesOnAPage);
  return {
    summary: summaryOf(state, found),
    faults: html`${faultPanel(state.faults.list())}${pushPanel(state)}`.text,
    phones: shown.map((user) => ({ openid: user.openid, html: phone(state, user).text })),
    pager: { page: shownPage, pages },
  };
}

function fits({ nickname, phone: number }: DemoUser, search: string): boolean {
  return nickname.includes(search) || (number ?? '').includes(search);
}

function summaryOf(state: SandboxState, users: readonly DemoUser[]): string {
  const messages = users.reduce((sum, { openid }) => sum + state.messages.of(openid).length, 0);
  return `${users.length}部手机，收到${messages}条`;
}
