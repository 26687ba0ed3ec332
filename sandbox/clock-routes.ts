import { renameSync, writeFileSync } from 'node:fs';
import Type from 'typebox';
import { closed } from '../contracts/common.ts';
import { readClockOffset } from '../kit/clock.ts';
import type { App } from '../kit/http/app.ts';
import { ProblemError } from '../kit/http/problem.ts';

const ClockShape = closed({ offset_ms: Type.Integer(), now: Type.String() });
const OFFSET_MS_MAX = 20 * 366 * 24 * 3_600_000;

/** The demo's clock, which every server reads from a file. */
export function clockRoutes(app: App, clockFile: string): void {
  const read = () => {
    const offset_ms = readClockOffset(clockFile);
    return { offset_ms, now: new Date(Date.now() + offset_ms).toISOString() };
  };

  app.get(
    '/v1/clock',
    { schema: { tags: ['clock'], summary: 'Get the time of the demo', response: { 200: ClockShape } } },
    async () => read(),
  );

  app.put(
    '/v1/clock',
    {
      schema: {
        tags: ['clock'],
        summary: 'Move the clock of all servers',
        body: closed({ advance_ms: Type.Integer({ minimum: 0, maximum: OFFSET_MS_MAX }) }),
        response: { 200: ClockShape },
      },
    },
    async (request) => {
      const offset_ms = read().offset_ms + request.body.advance_ms;
      if (offset_ms > OFFSET_MS_MAX) throw new ProblemError('validation_failed');
      // Renamed into place, so that no server reads half a file.
      writeFileSync(`${clockFile}.new`, JSON.stringify({ offset_ms }));
      renameSync(`${clockFile}.new`, clockFile);
      return read();
    },
  );
}
