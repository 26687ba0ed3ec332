import { done, type Result, refuse } from '../result.ts';

/** The longest text that is looked at. */
const DAY_TYPED_MAX = 60;

const DAY =
  /^(\d{4})(?:(?<sign>[-./])(\d{1,2})\k<sign>(\d{1,2})\.?|(\d{2})(\d{2})|년(\d{1,2})월(\d{1,2})일)$/;

/**
 * Parses a calendar day that exists, in a plausible year, as `2026-11-28`: written so, or `2026. 11. 28.`, `2026/11/28`,
 * `20261128`, `2026년 11월 28일`. Day and month in front of the year are refused, since countries differ in their order.
 */
export function parseDay(raw: string): Result<string, 'date_invalid'> {
  if (raw.length > DAY_TYPED_MAX) return refuse('date_invalid');
  const text = raw
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-');
  const parts = (DAY.exec(text) ?? []).slice(1).filter((part) => /^\d+$/.test(part ?? ''));
  const [year = '', month = '', day = ''] = parts.map((part) => part.padStart(2, '0'));
  const iso = `${year}-${month}-${day}`;
  const at = new Date(`${iso}T00:00:00Z`);
  const exists = /^(?:19|20)/.test(iso) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
  return exists ? done(iso) : refuse('date_invalid');
}
