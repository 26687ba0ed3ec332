import { pino } from 'pino';
import type { App } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';

/** A server without routes of its own, ready and silent. */
export function anApp(): Promise<App> {
  return createApp({
    role: 'test',
    title: 'test',
    description: 'test',
    publicUrl: 'http://127.0.0.1',
    log: pino({ level: 'silent' }),
    checkReady: async () => true,
  });
}
