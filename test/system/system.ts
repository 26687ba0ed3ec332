import { freePortBase, givePortBaseBack } from '../../bin/stack/free-ports.ts';
import { type Stack, startStack } from '../../bin/stack/stack.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { type World, worldAt } from '../../bin/walkthrough/people.ts';

export type System = {
  stack: Stack;
  world: World;
  portBase: number;
  dataDir: string;
  stop(): Promise<void>;
};

/** A whole system of real processes with fresh demo data on free ports, for one test file. */
export async function startSystem(
  managementSettings: (place: { portBase: number; dataDir: string }) => Record<string, string> = () => ({}),
  serverSettings: Record<string, string> = {},
): Promise<System> {
  const dataDir = temporaryDataDir('system');
  const portBase = await freePortBase();
  const stack = await startStack({
    portBase,
    dataDir,
    durable: false,
    say: (line) => console.error(line),
    managementSettings: managementSettings({ portBase, dataDir }),
    serverSettings,
  });
  return {
    stack,
    world: worldAt(portBase, dataDir),
    portBase,
    dataDir,
    async stop() {
      await stack.stop();
      givePortBaseBack(portBase);
      removeDataDir(dataDir);
    },
  };
}
