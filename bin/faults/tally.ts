import { CHECK_NAMES, CHECKS, type Finding } from './record/checks.ts';
import type { RecordReader } from './record/record.ts';
import { type FaultKind, KIND_NAMES, KINDS } from './schedule/kinds.ts';
import type { Played } from './schedule/play.ts';

type Counted = { played: number; met: number; notRun: Set<string>; leftOut: number };

/** What a run has seen, as tables of a page. */
export class Tally {
  readonly #faults = new Map<FaultKind, Counted>();
  readonly #found = new Map<string, Finding>();
  rounds = 0;

  add(played: readonly Played[]): void {
    for (const { fault, met, notRun } of played) {
      const counted = this.#faults.get(fault.kind) ?? { played: 0, met: 0, notRun: new Set(), leftOut: 0 };
      if (notRun === undefined) counted.played += 1;
      else {
        counted.leftOut += 1;
        counted.notRun.add(notRun);
      }
      counted.met += met;
      this.#faults.set(fault.kind, counted);
    }
  }

  /** Those that were not found before. */
  found(findings: readonly Finding[]): Finding[] {
    const fresh = findings.filter(({ check, about }) => !this.#found.has(`${check} ${about}`));
    for (const finding of fresh) this.#found.set(`${finding.check} ${finding.about}`, finding);
    return fresh;
  }

  get faults(): number {
    return [...this.#faults.values()].reduce((sum, { played }) => sum + played, 0);
  }

  get isClean(): boolean {
    return this.#found.size === 0;
  }

  markdown(record: RecordReader): string {
    const faults = KIND_NAMES.map((kind) => {
      const { played = 0, met = 0, notRun = new Set(), leftOut = 0 } = this.#faults.get(kind) ?? {};
      const left = leftOut === 0 ? '' : `; ${leftOut} not run: ${[...notRun].slice(0, 2).join('; ')}`;
      return `| ${kind} | ${KINDS[kind].what} | ${played} | ${met}${left} |`;
    });
    const ops = new Map<string, { done: number; refused: number; unknown: number }>();
    for (const { kind, outcome } of record.ops.values()) {
      const counted = ops.get(kind) ?? { done: 0, refused: 0, unknown: 0 };
      counted[outcome] += 1;
      ops.set(kind, counted);
    }
    const operations = [...ops].map(
      ([kind, { done, refused, unknown }]) => `| ${kind} | ${done} | ${refused} | ${unknown} |`,
    );
    const checks = CHECK_NAMES.map((check) => {
      const count = [...this.#found.values()].filter((finding) => finding.check === check).length;
      return `| ${check} | ${CHECKS[check]} | ${count === 0 ? 'held' : `${count} findings`} |`;
    });
    return [
      table('| fault | what it is | times | messages or processes met |', faults),
      table('| operation | done | refused | unknown to the client |', operations),
      table('| check | what it says | in all rounds |', checks),
    ].join('\n\n');
  }
}

function table(head: string, rows: readonly string[]): string {
  const columns = head.split('|').length - 2;
  return [head, `|${' --- |'.repeat(columns)}`, ...rows].join('\n');
}
