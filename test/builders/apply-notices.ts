import { noticeApplier } from '../../kit/notices/notice-applier.ts';
import { noticeReader } from '../../servers/management/orders/uses/notice-reader.ts';
import type { TestManagement } from './management.ts';

type Applier = { applyAll(): Promise<void>; running: Promise<void> };
/** One a server, as a process has it: another one would wait for its lease. */
const appliers = new WeakMap<object, Applier>();

/** Applies all that shops have told, as the job of management does: one round after the other. */
export function applyNotices({ context }: Pick<TestManagement, 'context'>): Promise<void> {
  const { applyAll, running } = appliers.get(context) ?? {
    ...noticeApplier(context, noticeReader(context)),
    running: Promise.resolve(),
  };
  const next = running.then(applyAll);
  appliers.set(context, { applyAll, running: next.catch(() => {}) });
  return next;
}
