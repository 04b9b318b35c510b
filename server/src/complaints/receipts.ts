import { Injectable } from '@nestjs/common';
import { receiptDigits } from '@weidangxiao/shared/rules/complaint.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Vault } from '../platform/crypto/vault.ts';

const length = 12;

/**
 * The receipt numbers of anonymous complaints. One is made from the id that the writer's phone gave the complaint, which nobody
 * else knows: so the phone that repeats a lost request gets the same number, and the server keeps neither of the two.
 */
@Injectable()
export class Receipts {
  constructor(private readonly vault: Vault) {}

  /** Twelve digits. */
  numberFor({ townId }: TownScope, clientId: string): string {
    const bytes = Buffer.from(this.vault.codeIndex('complaint-receipt', `${townId}:${clientId}`), 'base64url');
    return String(bytes.readBigUInt64BE() % 10n ** BigInt(length)).padStart(length, '0');
  }

  /** What is kept of a number, typed in whatever way; null for what cannot be one. */
  indexOf({ townId }: TownScope, typed: string): string | null {
    const digits = receiptDigits(typed);
    return digits.length === length ? this.vault.codeIndex('complaint', `${townId}:${digits}`) : null;
  }
}
