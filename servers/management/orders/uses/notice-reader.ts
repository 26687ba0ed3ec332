import type { Counter, Registry } from 'prom-client';
import { counter } from '../../../../kit/metrics/definition.ts';
import { counterOf } from '../../../../kit/metrics/measure.ts';
import type { NoticeReader } from '../../../../kit/notices/apply-notices.ts';
import type { ManagementContext } from '../../context.ts';
import { orderNamed } from './doubtful-notices.ts';
import { SHOP_NOTICE_KINDS, takeNotices } from './take-notices.ts';

/** How management applies what shops tell. */
export function noticeReader(context: ManagementContext, doubtful?: Counter): NoticeReader {
  return {
    kinds: SHOP_NOTICE_KINDS,
    subjectOf: ({ content }) => orderNamed(content),
    async apply(tx, sender, notices) {
      const { doubted, busy } = await takeNotices(context, tx, sender, notices);
      const committed = () => {
        for (const { reason } of doubted) doubtful?.inc({ sender, reason });
      };
      return { busy, committed };
    },
  };
}

export const NOTICES_DOUBTED = counter(
  'seonmul_doubtful_notices_total',
  'Notices of shops that did not agree with management’s books when they came, by reason.',
  ['sender', 'reason'],
);

/** Counts the notices that did not agree with management's books. */
export function doubtfulNotices(registry: Registry): Counter {
  return counterOf(registry, NOTICES_DOUBTED);
}
