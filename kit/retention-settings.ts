import { ConfigError, count, type Setting } from './config.ts';

/** At least so many days, which no setting undercuts; the database holds to it too (`least_kept`). */
function days(name: string, meaning: string, fallback: number, least: number): Setting<number> {
  const any = count(name, meaning, String(fallback));
  return {
    ...any,
    read(text) {
      const given = any.read(text);
      if (given < least) throw new ConfigError(`${name} must be at least ${least}.`);
      return given;
    },
  };
}

/** No days at all: for ever. */
function daysOrForEver(name: string, meaning: string, least: number): Setting<number | null> {
  const some = days(name, meaning, least, least);
  return { name, meaning, fallback: '', read: (text) => (text === '' ? null : some.read(text)) };
}

/** The operator's clocks; docs/retention.md says what each is for. */
export const RETENTION_SETTINGS = {
  peopleKeptDays: days(
    'PEOPLE_KEPT_DAYS',
    'for how many days names, phone numbers and addresses are kept after what they were needed for is over',
    365,
    30,
  ),
  evidenceKeptDays: days(
    'EVIDENCE_KEPT_DAYS',
    'for how many days the texts of signed messages are kept, which prove what was agreed about money, and who had a closed account; five years by default, as Korean law asks',
    1_827,
    365,
  ),
  journalKeptDays: daysOrForEver(
    'JOURNAL_KEPT_DAYS',
    'for how many days facts are kept of which nothing is open any more, at least 1827; then their month is dropped and its sums are carried forward; for ever if it is not set',
    1_827,
  ),
};
