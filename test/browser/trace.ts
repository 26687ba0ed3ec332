import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';

const TRACES_DIR = process.env.SEONMUL_TRACES_DIR;
let kept = 0;

/**
 * Records everything that a browser does, if the run asks for it. The returned function saves the trace and prints how to
 * view it, which also happens when the test fails.
 */
export async function traced(context: BrowserContext): Promise<() => Promise<void>> {
  if (TRACES_DIR === undefined) return async () => {};
  const folder = TRACES_DIR;
  await context.tracing.start({ screenshots: true, snapshots: true });
  const walk = (expect.getState().currentTestName ?? 'walk').replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  let isKept = false;
  async function keep(): Promise<void> {
    if (isKept) return;
    isKept = true;
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${walk}-${++kept}.zip`);
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
