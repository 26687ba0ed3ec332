import { join } from 'node:path';
import { type PhoneLine, startPhoneLine } from '../../bin/phone-line/line.ts';
import { type Child, startChild } from '../../bin/stack/child.ts';
import { lineSettings } from '../../bin/stack/line-settings.ts';
import { eventually } from '../../bin/walkthrough/doors.ts';
import { enrolTerminal, type Terminal } from '../../bin/walkthrough/people.ts';
import { Ari } from '../../servers/management/voice/asterisk/ari.ts';
import { type System, startSystem } from '../system/system.ts';
import type { Call } from './phone/call.ts';
import { callNumber } from './phone/caller.ts';
import { Ear } from './phone/ear.ts';
import { Exchange } from './phone/exchange.ts';

/** A whole system of real processes, a telephone line, and scripted phones at the other end. */
export type Stage = {
  system: System;
  line: PhoneLine;
  ear: Ear;
  exchange: Exchange;
  terminal: Terminal;
  /** A second process of management, on the same database. */
  second: Child;
  /** Calls us from a number; null for a withheld number. */
  call(from: string | null): Promise<Call>;
  /** The number of calls that each process handles. */
  callsByProcess(): Promise<number[]>;
  stop(): Promise<void>;
};

const OUR_NUMBER = '15880200';
const SECOND_PORT = 210;

/** Calls at any hour, since tests run at any hour; and fast speech, since nobody has to understand it. */
function managementSettings({ portBase, dataDir }: { portBase: number; dataDir: string }) {
  const { voiceProgram } = lineSettings(portBase, dataDir);
  return {
    VOICE_HOURS: '00:00-24:00',
    // On a busy machine the demo's line would take over calls that Asterisk is slow to claim.
    SANDBOX_VOICE_URL: '',
    SPEECH_COMMAND: JSON.stringify([voiceProgram, '-v', '{voice}', '-s', '450', '--stdin', '--stdout']),
  };
}

export async function startStage(): Promise<Stage> {
  const system = await startSystem(managementSettings);
  const { portBase, dataDir, stack } = system;
  const line = await startPhoneLine({
    portBase,
    dataDir,
    packagesDir: process.env.SEONMUL_PACKAGES ?? '.data/phone-line/packages',
    say: (text) => console.error(text),
  });
  const second = startChild(
    'management-2',
    join(import.meta.dirname, '../../servers/management/main.ts'),
    { ...stack.environments.get('management'), PORT: String(portBase + SECOND_PORT), BOUNCE_PORT: '0' },
    join(dataDir, 'logs', 'management-2.log'),
    (text) => console.error(text),
  );
  const ear = new Ear(join(dataDir, 'phone-line', 'speech'));
  const exchange = new Exchange(ear, line.ports.phones);
  await exchange.start();
  const ari = new Ari(lineSettings(portBase, dataDir).ari);
  const stage: Stage = {
    system,
    line,
    ear,
    exchange,
    second,
    terminal: await enrolTerminal(system.world, '2468013579'),
    call: (from) => callNumber(ear, { port: line.ports.sip, number: OUR_NUMBER, from }),
    callsByProcess: async () => (await ari.applications()).map(({ channel_ids }) => channel_ids.length),
    async stop() {
      exchange.stop();
      await second.stop();
      await system.stop();
      await line.stop();
    },
  };
  await eventually('both processes of management to join the line', async () =>
    (await ari.applications()).length === 2 ? true : undefined,
  );
  return stage;
}
