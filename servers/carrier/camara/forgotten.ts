import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { FORGET_MAX, type Forgotten } from '../../../kit/forget.ts';

/** More than the tolerance for clocks that differ. */
const SPARE_MS = 10 * MINUTE_MS;

/** Assertions that would be refused for their age are remembered no longer. */
export const CAMARA_FORGOTTEN: readonly Forgotten[] = [
  {
    table: 'used_assertions',
    async forget(executor, now) {
      const deleted = await sql`
        delete from used_assertions where (client_id, jti) in (
          select client_id, jti from used_assertions where expires_at < ${addMs(now, -SPARE_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
];
