import { pino } from 'pino';
import type { App, AppSettings } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';

/** A server without routes of its own, ready and silent. */
export function anApp(settings: Partial<AppSettings> = {}): Promise<App> {
  return createApp({
    role: 'test',
    title: 'test',
    description: 'test',
    publicUrl: 'http://127.0.0.1',
    log: pino({ level: 'silent' }),
    network: LOCAL_NETWORK,
    whyNotReady: async () => undefined,
    ...settings,
  });
}
