import type { Finding } from '../record/checks.ts';
import type { RecordReader } from '../record/record.ts';
import type { Says } from '../record/says.ts';
import { judgeAgreement } from './agreement.ts';
import type { Books } from './books.ts';
import { stillDue } from './due.ts';
import { judgeEffects, readEffects, type SalesOfUses } from './effects.ts';
import { EvidenceJudge } from './evidence.ts';
import { judgeGuesses } from './guesses.ts';
import { judgeJournal } from './journal.ts';
import { judgeReckoning } from './reckoning.ts';
import { judgeConservation, judgeSums } from './sums.ts';

export type JudgeSettings = {
  record: RecordReader;
  says: Says;
  /** The acquirer's own record. */
  movementsFile: string;
  /** When the first request was made. */
  begunAt: number;
  /** The servers' clocks. */
  now(): Date;
};

/** Compares the clients' record and all books, while nothing is on its way. */
export class Judge {
  readonly #settings: JudgeSettings;
  readonly #evidence = new EvidenceJudge();
  readonly #sales: SalesOfUses = new Map();

  constructor(settings: JudgeSettings) {
    this.#settings = settings;
  }

  /** @param all every signed message, not only those since the last time. */
  async judge(
    books: Books,
    { all, record = this.#settings.record.read() }: { all: boolean; record?: RecordReader },
  ): Promise<Finding[]> {
    const { says, movementsFile, begunAt, now } = this.#settings;
    const effects = await readEffects(books, this.#sales);
    const due = await stillDue(books, now());
    return [
      ...says.take(),
      ...due.map((about): Finding => ({ check: 'stuck', about })),
      ...judgeEffects(record, effects),
      ...(await judgeReckoning(record, effects, books)),
      ...(await judgeSums(books)),
      ...(await judgeConservation(books)),
      ...(await judgeAgreement(books, movementsFile)),
      ...(await judgeJournal(books)),
      ...(await this.#evidence.judge(books, { all })),
      ...judgeGuesses(record, Date.now() - begunAt),
    ];
  }
}
