import type { ErrorBody, ErrorCode } from '@weidangxiao/shared/errors.ts';

/** Why a call brought no answer. `refused`: the server said no, `body` says why. `unreached`: it may never have heard. */
export class CallFailure extends Error {
  constructor(
    readonly kind: 'refused' | 'unreached',
    /** HTTP status; 0 when unreached. */
    readonly status: number,
    readonly body: ErrorBody | null,
  ) {
    super(body?.message ?? '没有连上网络，这一步还没做成。联网后再点一次');
    this.name = 'CallFailure';
  }

  get code(): ErrorCode | null {
    return this.body?.code ?? null;
  }

  /** Sending the same again later may work; everything else is the server's last word. */
  get passing(): boolean {
    return this.kind === 'unreached' || this.status >= 500 || this.status === 429 || this.status === 401 || this.code === 'CONSENT_REQUIRED';
  }
}

/** What to show for anything that was caught. */
export function sentenceOf(error: unknown): string {
  return error instanceof CallFailure ? error.message : '出了点问题，请再试一次';
}

/** From what a failing request carried. A body of another form (a proxy's page) counts as unreached. */
export function refusal(status: number, data: unknown): CallFailure {
  const body = typeof data === 'string' ? parsed(data) : data;
  return isErrorBody(body) ? new CallFailure('refused', status, body) : new CallFailure('unreached', 0, null);
}

function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === 'object' && value !== null && typeof (value as ErrorBody).code === 'string' && typeof (value as ErrorBody).message === 'string';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
