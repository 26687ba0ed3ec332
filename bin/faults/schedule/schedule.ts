import { randomFrom } from '../../../test/model/random.ts';
import { SERVER_ROLES } from '../../stack/roles.ts';
import type { Random } from '../proxy/weather.ts';
import { type FaultKind, KEYS_ROTATED, KIND_NAMES, KINDS } from './kinds.ts';

export type Fault = {
  kind: FaultKind;
  /** A process (`shop.2`), an edge (`management→shop`), a server's database, a key, or nothing. */
  target: string;
  at_ms: number;
  for_ms: number;
  /** For what else is drawn while it lasts. */
  seed: number;
};

const SIGNED = ['management→settlement', 'management→shop', 'shop→settlement', 'shop→management'];
const EDGES = ['client→management', 'client→shop', 'management→carrier', ...SIGNED];
const DATABASES = SERVER_ROLES.map((role) => `${role}→database`);
/** How long a fault lasts, unless it is one that takes its own time. */
const LASTS_MS = [400, 5_000] as const;

export type ScheduleSettings = {
  seed: number;
  faults: number;
  /** Within a round each fault begins in this time. */
  spreadMs: number;
  processesOf: number;
  freezeMs: number;
  only: readonly FaultKind[];
};

/** The faults of a round. They follow from the seed and the round's number, whatever came of those before. */
export function roundOf(settings: ScheduleSettings, round: number): Fault[] {
  const random = randomFrom(settings.seed * 100_003 + round);
  const names = settings.only.length > 0 ? settings.only : KIND_NAMES;
  let bag = names.flatMap((kind) => Array<FaultKind>(KINDS[kind].weight).fill(kind));
  const drawOne = () => {
    const kind = random.pick(bag) ?? 'kill';
    // A round is restored at its end, and so once; unless nothing else is asked for.
    const others = bag.filter((other) => other !== 'restore');
    if (kind === 'restore' && others.length > 0) bag = others;
    return draw(random, kind, settings);
  };
  return Array.from({ length: settings.faults }, drawOne).sort((a, b) => a.at_ms - b.at_ms);
}

function draw(random: Random, kind: FaultKind, { spreadMs, processesOf, freezeMs }: ScheduleSettings): Fault {
  const [least, most] = LASTS_MS;
  const at_ms = random.upTo(spreadMs);
  const lasts = least + random.upTo(most - least);
  const for_ms = kind === 'freeze' ? freezeMs : lasts;
  const target = targetOf(random, KINDS[kind].at, processesOf);
  return { kind, target, at_ms, for_ms, seed: random.upTo(2 ** 31) };
}

function targetOf(random: Random, at: (typeof KINDS)[FaultKind]['at'], processesOf: number): string {
  switch (at) {
    case 'process':
      return `${random.pick(SERVER_ROLES)}.${1 + random.upTo(processesOf)}`;
    case 'edge':
      return random.pick(EDGES) ?? '';
    case 'signed edge':
      return random.pick(SIGNED) ?? '';
    case 'database':
      return random.pick(DATABASES) ?? '';
    case 'key':
      return random.pick(KEYS_ROTATED)?.join(' ') ?? '';
    default:
      return '';
  }
}

export function describe({ kind, target, at_ms, for_ms }: Fault): string {
  const where = target === '' ? '' : ` ${target}`;
  return `${kind}${where} at ${(at_ms / 1_000).toFixed(1)} s for ${(for_ms / 1_000).toFixed(1)} s`;
}
