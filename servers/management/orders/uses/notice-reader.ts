import { Counter, type Registry } from 'prom-client';
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

/** Counts the notices that did not agree with management's books. */
export function doubtfulNotices(registry: Registry): Counter {
  return new Counter({
    name: 'doubtful_notices_total',
    help: "Notices of shops that did not agree with management's books, by reason.",
    labelNames: ['sender', 'reason'],
    registers: [registry],
  });
}
