import { noticeApplier } from '../../kit/notices/notice-applier.ts';
import { noticeReader } from '../../servers/management/orders/uses/notice-reader.ts';
import type { TestManagement } from './management.ts';

type Applier = ReturnType<typeof noticeApplier>;
/** One a server, as a process has it: another one would wait for its lease. */
const appliers = new WeakMap<object, Applier>();

/** Applies all that shops have told, as the job of management does. */
export function applyNotices({ context }: Pick<TestManagement, 'context'>): Promise<void> {
  const known = appliers.get(context) ?? noticeApplier(context, noticeReader(context));
  appliers.set(context, known);
  return known.applyAll();
}
