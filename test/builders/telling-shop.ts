import { NOTICE_BATCHES_PATH } from '../../contracts/notices.ts';
import type { App } from '../../kit/http/app.ts';
import { newId } from '../../kit/ids.ts';
import type { SigningKey } from '../../kit/signing/index.ts';
import { aSignedDoor, type Said } from './door.ts';
import type { TestManagement } from './management.ts';

type Told = { kind?: string; content: unknown; more?: object };

/** Notices as a shop has them in a batch. */
export function noticesOf({ context }: TestManagement, told: readonly Told[]): object[] {
  return told.map(({ kind = 'certificate_redeemed', content, more = {} }) => ({
    notice_id: newId(),
    kind,
    occurred_at: context.clock().toISOString(),
    trace_id: 'a'.repeat(32),
    content,
    ...more,
  }));
}

/** A shop that numbers its batches, and sends each signed. */
export function aTellingShop(management: TestManagement, app: App, key: SigningKey) {
  let last = 0;
  const send = aSignedDoor(app, key, management.context);
  return {
    /** Sends the next batch, or the one with this number. */
    async tell(told: readonly Told[], { batch_no = ++last, more = {} } = {}): Promise<Said> {
      last = Math.max(last, batch_no);
      return send('POST', NOTICE_BATCHES_PATH, { batch_no, notices: noticesOf(management, told), ...more });
    },
  };
}
