import { MINUTE_MS } from '../../kit/clock.ts';
import { randomFrom } from '../../test/model/random.ts';
import { withBooks } from './judge/books.ts';
import { isFoundBy, PLANTS, plant } from './plants/plants.ts';
import { ROW_PLANTS } from './plants/row-plants.ts';
import { pause } from './proxy/weather.ts';
import type { Finding } from './record/checks.ts';
import type { OpKind } from './record/record.ts';
import { heal, playRound } from './schedule/play.ts';
import { describe, type Fault, roundOf, type ScheduleSettings } from './schedule/schedule.ts';
import type { Stage } from './stage.ts';
import { backUpShop, restoreShop } from './system/shop-backup.ts';
import { Tally } from './tally.ts';

type Say = (line: string) => void;

/** Load goes on before the first fault of a round. */
const BEFORE_FAULTS_MS = 1_000;
const BEFORE_PLANTS_MS = 15_000;
/** Sales after which there is something to plant each fault in; on a busy machine they take longer. */
const SALES_BEFORE_PLANTS = 10;
const WAITS_BEFORE_PLANTS_MAX = 20;
/** What a shop tells nobody of. */
const UNTOLD: readonly OpKind[] = ['hold', 'release_hold', 'issue'];
const GUESSES_FORGOTTEN_MS = 80 * MINUTE_MS;

/** `calmMs`: how long load goes on after the last fault of a round; `operations`: how many are enough. */
export type RunSettings = { minutes: number; operations: number; calmMs: number; say: Say };

/** Rounds of faults, each judged, until the time is over, enough was done, or something is found. */
export async function runRounds(
  stage: Stage,
  schedule: ScheduleSettings,
  { minutes, operations, calmMs, say }: RunSettings,
): Promise<Tally> {
  const tally = new Tally();
  const until = Date.now() + minutes * 60_000;
  const goesOn = () => Date.now() < until && stage.record.count < operations && tally.isClean;
  for (let round = 1; goesOn(); round++) {
    const faults = roundOf(schedule, round);
    say(`round ${round}: ${faults.map(describe).join('; ')}`);
    const begun = performance.now();
    const isRestored = faults.some(({ kind }) => kind === 'restore');
    const before = stage.reader.read().ops.size;
    if (isRestored) await backUpShop(stage.system);
    stage.gate.open();
    await pause(BEFORE_FAULTS_MS);
    const playing = { ...stage, say };
    tally.add(await playRound(playing, faults));
    await heal(playing);
    await pause(calmMs);
    await stage.gate.shut();
    const broken = secondsSince(begun);
    await stage.drain();
    const brought = secondsSince(begun);
    const findings = await judgeAtRest(stage, faults);
    if (isRestored && findings.length === 0) findings.push(...(await restore(stage, before)));
    tally.rounds = round;
    for (const { check, about } of tally.found(findings)) say(`  FOUND ${check}: ${about}`);
    const took = `${broken} s, at rest after ${brought} s, judged after ${secondsSince(begun)} s`;
    say(`  ${tally.faults} faults, ${stage.record.count} operations so far; ${took}`);
  }
  return tally;
}

const secondsSince = (begun: number) => Math.round((performance.now() - begun) / 1_000);

async function judgeAtRest(stage: Stage, faults: readonly Fault[]): Promise<Finding[]> {
  const { judge, system } = stage;
  const findings = await withBooks(system.connect, (books) => judge.judge(books, { all: false }));
  if (findings.length > 0) return findings;
  for (const { kind, seed } of faults) if (kind === 'tamper') findings.push(...(await tamper(stage, seed)));
  return findings;
}

/** The shop loses all of the round but what others tell it again; of the rest, nothing is judged. */
async function restore(stage: Stage, before: number): Promise<Finding[]> {
  const { system, record, reader } = stage;
  const lost = [...reader.ops.values()].slice(before).filter(({ kind }) => UNTOLD.includes(kind));
  record.forgotten(lost.map(({ id }) => id));
  // So are the guesses that were counted.
  record.clockForward(GUESSES_FORGOTTEN_MS);
  await restoreShop(system);
  await stage.drain();
  return judgeAtRest(stage, []);
}

/** Somebody edits a row, which must be seen at once, and by nothing but the check for it; then it is undone. */
async function tamper(stage: Stage, seed: number): Promise<Finding[]> {
  const planted = randomFrom(seed).pick(ROW_PLANTS);
  const found = planted && (await plant(planted, { ...stage, record: stage.reader }));
  if (planted === undefined || found === undefined || isFoundBy(planted, found)) return [];
  return [{ check: planted.check, about: `${planted.name} was found by ${namesOf(found)}` }];
}

const namesOf = (findings: readonly Finding[]) =>
  findings.length === 0 ? 'nobody' : [...new Set(findings.map(({ check }) => check))].join(', ');

function salesDone({ reader }: Stage): number {
  return [...reader.read().of('sale')].filter(({ outcome }) => outcome === 'done').length;
}

/** Each plant is found by its check and by no other. Returns how many were not. */
export async function runPlants(stage: Stage, names: readonly string[], say: Say): Promise<number> {
  stage.gate.open();
  let waits = 0;
  do await pause(BEFORE_PLANTS_MS);
  while (salesDone(stage) < SALES_BEFORE_PLANTS && ++waits < WAITS_BEFORE_PLANTS_MAX);
  await stage.gate.shut();
  const planted = PLANTS.filter(({ name }) => names.includes(name));
  let wrong = 0;
  let isAtRest = false;
  for (const one of planted) {
    // Those that act need messages that were sent just now; the others need everything to be at rest.
    const running = { ...stage, record: stage.reader };
    await one.act?.(running);
    if (!isAtRest || one.act !== undefined) await stage.drain();
    isAtRest = true;
    const found = await plant({ ...one, act: undefined }, running);
    const isRight = found !== undefined && isFoundBy(one, found);
    if (!isRight) wrong += 1;
    const by = found === undefined ? 'nothing to plant it in' : `found by ${namesOf(found)}`;
    say(`${isRight ? 'right' : 'WRONG'}: ${one.name} (${one.what}): ${by}`);
    if (!isRight) for (const { check, about } of (found ?? []).slice(0, 5)) say(`    ${check}: ${about}`);
  }
  return wrong;
}
