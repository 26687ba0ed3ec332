import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';

const TRACES_DIR = process.env.SEONMUL_TRACES_DIR;
/** How many traces each walk of this run has kept. */
const kept = new Map<string, number>();

/**
 * Records everything that a browser does, if the run asks for it. The returned function saves the trace and prints how to
 * view it, which also happens when the test fails. Traces of the same walk in an earlier run are deleted.
 */
export async function traced(context: BrowserContext): Promise<() => Promise<void>> {
  if (TRACES_DIR === undefined) return async () => {};
  const folder = TRACES_DIR;
  await context.tracing.start({ screenshots: true, snapshots: true });
  const walk = nameOfWalk();
  if (!kept.has(walk)) deleteEarlier(folder, walk);
  let isKept = false;
  async function keep(): Promise<void> {
    if (isKept) return;
    isKept = true;
    mkdirSync(folder, { recursive: true });
    const no = (kept.get(walk) ?? 0) + 1;
    kept.set(walk, no);
    const path = join(folder, `${walk}-${no}.zip`);
    await context.tracing.stop({ path });
    console.log(
      `What the browser did: ${path}\n  to view it: npx playwright-core show-trace --port 0 ${path}`,
    );
  }
  // A visitor who has left without errors needs no trace, whatever happens later in the same test.
  context.on('close', () => {
    isKept = true;
  });
  onTestFailed(keep);
  return keep;
}

/** The running test's file and name, as part of a file name. */
function nameOfWalk(): string {
  const { testPath = '', currentTestName = '' } = expect.getState();
  const file = relative(import.meta.dirname, testPath).replace(/[.]test[.]ts$/, '');
  return `${file} ${currentTestName}`
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 160)
    .replace(/-$/, '');
}

function deleteEarlier(folder: string, walk: string): void {
  kept.set(walk, 0);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.startsWith(`${walk}-`) && /^-\d+[.]zip$/.test(name.slice(walk.length)))
      rmSync(join(folder, name));
}

/**
 * Whether an error in the console is only about the recording: it puts a script into every frame, and the sandbox of the
 * frame that shows a mail rightly blocks it. Without recording, the same error is about a script in the mail.
 */
export function isOfRecording(error: string): boolean {
  return (
    TRACES_DIR !== undefined &&
    /^Blocked script execution in 'http:\/\/127[.]0[.]0[.]1:\d+\/mailboxes\/[^']+' because the document's frame is sandboxed and the 'allow-scripts' permission is not set[.]$/.test(
      error,
    )
  );
}
