import { HOUR_MS } from '../../../kit/clock.ts';
import { randomFrom } from '../../../test/model/random.ts';
import { rotateKey } from '../../operate/keys/keys.ts';
import { refreshParties } from '../../operate/parties/refresh.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import { guess } from '../load/guessing.ts';
import type { People } from '../load/people.ts';
import type { Manners } from '../load/visitor.ts';
import { pause, type Random, type Trouble } from '../proxy/weather.ts';
import type { ClientRecord } from '../record/record.ts';
import type { ServerProcess } from '../system/process.ts';
import type { FaultSystem } from '../system/system.ts';
import type { FaultKind } from './kinds.ts';
import { describe, type Fault } from './schedule.ts';

export type Playing = {
  system: FaultSystem;
  people: People;
  manners: Manners;
  record: ClientRecord;
  say(line: string): void;
};
/** What became of a fault: it happened, with how many messages it met, or why it did not. */
export type Played = { fault: Fault; met: number; notRun?: string };

const TROUBLES: Partial<Record<FaultKind, Trouble['kind']>> = {
  partition: 'partition',
  silence: 'silence',
  lost_reply: 'lost_reply',
  delay: 'delay',
  reorder: 'reorder',
  threefold: 'threefold',
  flipped_bit: 'flipped_bit',
  database_partition: 'partition',
  database_silence: 'silence',
  database_lost_reply: 'lost_reply',
  database_delay: 'delay',
};
/** Of a hundred chunks between a server and PostgreSQL: each that is lost takes a connection with it. */
const DATABASE_PERCENT: Partial<Record<FaultKind, number>> = { database_lost_reply: 4, database_delay: 20 };
const DOWN_MS_MAX = 2_500;
const REPLAYED = 8;
const GUESSES = 5;

/** Plays the faults of a round, each at its time; resolves when all are over. */
export async function playRound(playing: Playing, faults: readonly Fault[]): Promise<Played[]> {
  const played = await Promise.all(
    faults.map(async (fault): Promise<Played> => {
      await pause(fault.at_ms);
      try {
        return { fault, ...(await play(playing, fault)) };
      } catch (error) {
        throw new Error(`${describe(fault)}: ${error}`, { cause: error });
      }
    }),
  );
  playing.system.weather.clear();
  return played;
}

/** Everything is as it should be again: all processes run, clocks are right. */
export async function heal({ system }: Playing): Promise<void> {
  system.weather.clear();
  system.clocks.setRight();
  system.disk?.free();
  for (const process of system.processes) process.thaw();
  await Promise.all(system.processes.map((process) => process.startIfDown()));
  await Promise.all(system.processes.map((process) => process.untilReady()));
}

async function play(playing: Playing, fault: Fault): Promise<{ met: number; notRun?: string }> {
  const { system, manners } = playing;
  const random = randomFrom(fault.seed);
  const trouble = TROUBLES[fault.kind];
  if (trouble !== undefined) return beTroubled(playing, fault, trouble, random);
  switch (fault.kind) {
    case 'kill':
      await killAll([processOf(system, fault.target)], random);
      return { met: 1 };
    case 'kill_between':
      return killBetween(playing, fault, random);
    case 'freeze': {
      const process = processOf(system, fault.target);
      process.freeze();
      await pause(fault.for_ms);
      process.thaw();
      return { met: 1 };
    }
    case 'replay':
      return replay(system, random);
    case 'other_body':
      manners.rude += 1;
      await pause(fault.for_ms);
      manners.rude -= 1;
      return { met: 1 };
    case 'postgres_kill':
      return { met: signal(system.postmaster(), 'SIGKILL') };
    case 'disk_full': {
      if (system.disk === undefined)
        return { met: 0, notRun: 'a small file system can be mounted only by root on Linux' };
      await system.disk.fill();
      await pause(fault.for_ms);
      system.disk.free();
      return { met: 1 };
    }
    case 'clock_ahead':
    case 'clock_behind': {
      const ms = fault.kind === 'clock_ahead' ? HOUR_MS : -HOUR_MS;
      // Whoever asks that process has attempts back an hour earlier.
      if (ms > 0) playing.record.clockForward(ms);
      system.clocks.setOff(fault.target, ms);
      await pause(fault.for_ms);
      system.clocks.setOff(fault.target, 0);
      return { met: 1 };
    }
    case 'guess':
      return guessAcrossRestarts(playing, random);
    case 'keys':
      return rotate(playing, fault);
    default:
      // What is tampered with, and a restore, is looked at when everything is at rest.
      return { met: 1 };
  }
}

async function beTroubled(
  { system }: Playing,
  { kind, target, for_ms }: Fault,
  trouble: Trouble['kind'],
  random: Random,
): Promise<{ met: number }> {
  const isDatabase = target.endsWith('→database');
  const percent = isDatabase ? (DATABASE_PERCENT[kind] ?? 100) : 30 + random.upTo(71);
  const begun: Trouble = { kind: trouble, edge: target, random, percent, met: 0 };
  system.weather.begin(begun);
  if (kind === 'database_partition') {
    const [role] = target.split('→') as [ServerRole];
    system.database[role].breakAll();
    begun.met += 1;
  }
  await pause(for_ms);
  system.weather.end(begun);
  return { met: begun.met };
}

/** One side dies when the next message passes; if none does, when the time is over. */
async function killBetween(
  { system }: Playing,
  { target, for_ms }: Fault,
  random: Random,
): Promise<{ met: number }> {
  const role = random.pick(target.split('→'));
  const victims = system.processes.filter((process) => process.role === role);
  const when = random.upTo(2) === 0 ? 'before' : 'after';
  let died: Promise<void> | undefined;
  const now = () => {
    died ??= killAll(victims, random);
  };
  const trouble: Trouble = {
    kind: 'kill_between',
    edge: target,
    random,
    percent: 100,
    met: 0,
    kill: { when, now },
  };
  system.weather.begin(trouble);
  await pause(for_ms);
  system.weather.end(trouble);
  now();
  await died;
  return { met: trouble.met };
}

/** What was counted before a process died must be counted afterwards. */
async function guessAcrossRestarts(
  { system, people, record }: Playing,
  random: Random,
): Promise<{ met: number }> {
  const before = record.guesses;
  const shops = system.processes.filter(({ role }) => role === 'shop');
  await guess(people, GUESSES);
  await killAll(shops, random);
  await Promise.all(shops.map((process) => process.untilReady()));
  await guess(people, GUESSES);
  return { met: record.guesses - before };
}

async function killAll(processes: readonly ServerProcess[], random: Random): Promise<void> {
  for (const process of processes) process.kill();
  await pause(random.upTo(DOWN_MS_MAX));
  await Promise.all(processes.map((process) => process.startIfDown()));
}

async function replay({ http }: FaultSystem, random: Random): Promise<{ met: number }> {
  let met = 0;
  for (let n = 0; n < REPLAYED; n++) {
    const proxy = http[random.pick(SERVER_ROLES) ?? 'shop'];
    const past = random.pick(proxy.past);
    if (past === undefined) continue;
    await proxy.replay(past, random);
    met += 1;
  }
  return { met };
}

/** As an owner does it, while everybody works: one step, then each process restarts, then the others take in new keys. */
async function rotate(
  { system, say }: Playing,
  { target }: Fault,
): Promise<{ met: number; notRun?: string }> {
  const { stack, clocks } = system;
  const [role, key = ''] = target.split(' ') as [ServerRole, string];
  const clock = () => clocks.now();
  const filesOf = (of: ServerRole) => ({ ...stack.environments.get(of) });
  try {
    const { says } = await rotateKey(role, filesOf(role), key, { clock, dropOld: false });
    say(`  keys rotate ${target}: ${says.split('\n')[0]}`);
  } catch (error) {
    // In the middle of other faults a database or a server may be away; an owner tries again another day.
    return { met: 0, notRun: `${error instanceof Error ? error.message : error}` };
  }
  for (const process of system.processes) {
    if (process.role !== role) continue;
    await process.restart();
    await process.untilReady();
  }
  if (key === 'signing')
    for (const other of SERVER_ROLES)
      if (other !== role) await takeUpKeys(filesOf(other).PARTIES_FILE ?? '', clocks.now(), say);
  return { met: 1 };
}

async function takeUpKeys(file: string, now: Date, say: (line: string) => void): Promise<void> {
  // One that is not reached now is asked again at the next step, since the key is used only once all know it.
  for (const { party, changes, problem } of await refreshParties(file, now))
    if (changes.length > 0 || problem !== undefined)
      say(`  parties refresh, ${party}: ${problem ?? changes.join(', ')}`);
}

function processOf({ processes }: FaultSystem, name: string): ServerProcess {
  const process = processes.find((known) => known.name === name);
  if (process === undefined) throw new Error(`There is no process ${name}.`);
  return process;
}

/** One that is just being restarted has nothing to be killed. */
function signal(pid: number | undefined, name: NodeJS.Signals): number {
  if (pid === undefined) return 0;
  try {
    process.kill(pid, name);
    return 1;
  } catch {
    return 0;
  }
}
