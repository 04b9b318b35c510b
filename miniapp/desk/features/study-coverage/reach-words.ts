import type { WayToReach } from '@weidangxiao/shared/rules/coverage.ts';

/** What somebody does about it. */
export const reachWords: Readonly<Record<WayToReach, string>> = { paper: '送纸质稿', phone: '打个电话', visit: '上门去看' };
