import { join } from 'node:path';
import { addMs, MINUTE_MS } from '../../kit/clock.ts';
import { withBooks } from './judge/books.ts';
import { stillDue } from './judge/due.ts';
import { Judge } from './judge/judge.ts';
import { buyOne, type Gifts, keepBuying } from './load/buying.ts';
import { Gate } from './load/gate.ts';
import { gatherPeople, type People } from './load/people.ts';
import { keepSelling } from './load/selling.ts';
import type { Manners } from './load/visitor.ts';
import { pause } from './proxy/weather.ts';
import { ClientRecord, RecordReader } from './record/record.ts';
import { Says } from './record/says.ts';
import { type FaultSystem, startFaultSystem } from './system/system.ts';

export type StageSettings = {
  seed: number;
  processesOf: number;
  buyers: number;
  tills: number;
  wantsDisk: boolean;
  recordFile: string;
  say: (line: string) => void;
};

export type Stage = {
  system: FaultSystem;
  people: People;
  manners: Manners;
  record: ClientRecord;
  reader: RecordReader;
  gate: Gate;
  judge: Judge;
  /** Waits until nothing is due, with the clocks set forward; afterwards what still is, is stuck. */
  drain(): Promise<void>;
  stop(): Promise<void>;
};

/** Beyond the time of an authorisation that nobody confirms, and beyond the longest wait before another attempt. */
const FIRST_STEP_MS = 16 * MINUTE_MS;
const STEP_MS = 11 * MINUTE_MS;
/** What was put off by a clock that was an hour ahead waits for that hour. */
const HOUR_STEP_MS = 61 * MINUTE_MS;
const HOUR_STEP = 3;
const STEPS_MAX = 14;
const LOOK_MS = 300;
/** A busy machine takes long over a round of jobs; as long as anything changes, it is at work. */
const SAME_MAX = 10;
const LOOKS_MAX = 200;
/** What becomes due while the judge looks would be taken for stuck. */
const SOON_MS = 5 * MINUTE_MS;

/** The system and everybody who uses it, at work as soon as the gate opens. */
export async function setStage(settings: StageSettings): Promise<Stage> {
  const { seed, say, recordFile } = settings;
  const says = new Says();
  const system = await startFaultSystem({ ...settings, says });
  try {
    const record = new ClientRecord(recordFile);
    const reader = new RecordReader(recordFile);
    const manners: Manners = { rude: 0 };
    const people = await gatherPeople(system, { record, says, manners }, settings);
    const gate = new Gate();
    const gifts: Gifts = [];
    const begunAt = Date.now();
    gate.open();
    // Something must be there to guess at.
    const [buyer] = people.buyers;
    if (buyer !== undefined)
      await buyUntilAccepted(system, gate, { ...buyer, recipients: [people.victim] }, []);
    const working = [
      ...people.buyers.map((one) => keepBuying(system, gate, one, gifts)),
      ...people.tills.map((till) => keepSelling(gate, till, gifts)),
    ];
    await gate.shut();
    say(`${people.buyers.length} buyers and ${people.tills.length} tills are at work (seed ${seed}).`);
    const movementsFile = join(system.dataDir, 'acquirer-movements.jsonl');
    return {
      ...{ system, people, manners, record, reader, gate },
      judge: new Judge({ record: reader, says, movementsFile, begunAt, now: () => system.clocks.now() }),
      drain: () => drain(system, record),
      async stop() {
        gate.end();
        await Promise.all(working);
        await system.stop();
      },
    };
  } catch (error) {
    await system.stop();
    throw error;
  }
}

async function buyUntilAccepted(...of: Parameters<typeof keepBuying>): Promise<void> {
  const [system, gate, buyer, gifts] = of;
  const [recipient] = buyer.recipients;
  while (recipient !== undefined && (await buyOne(system, gate, buyer, recipient, gifts)) === undefined);
}

async function drain({ clocks, connect }: FaultSystem, record: ClientRecord): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step++) {
    const ms = step === 0 ? FIRST_STEP_MS : step === HOUR_STEP ? HOUR_STEP_MS : STEP_MS;
    clocks.advance(ms);
    record.clockForward(ms);
    let before = '';
    for (let look = 0, same = 0; same < SAME_MAX && look < LOOKS_MAX; look++) {
      await pause(LOOK_MS);
      const due = (await withBooks(connect, (books) => stillDue(books, addMs(clocks.now(), SOON_MS)))).join();
      if (due === '') return;
      same = due === before ? same + 1 : 0;
      before = due;
    }
  }
}
