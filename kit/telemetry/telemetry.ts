import type { DestinationStream } from 'pino';
import type { Registry } from 'prom-client';
import type { SettingValues } from '../config.ts';
import type { Logger } from '../log.ts';
import { requireSamplerArg, type TELEMETRY_SETTINGS } from './settings.ts';

/** What a process sends to a collector, if its owner has one. */
export type Telemetry = {
  /** Takes every line of the log. */
  logs?: DestinationStream;
  /** From then on, what the registry has is sent, and what goes wrong with sending is logged. */
  begin(registry: Registry, log: Logger): void;
  /** Sends what is left, within two seconds. */
  stop(): Promise<void>;
};

/** Its packages are read only where something is sent. */
export async function openTelemetry(
  settings: SettingValues<typeof TELEMETRY_SETTINGS>,
  server: { role: string; party: string },
): Promise<Telemetry | undefined> {
  requireSamplerArg(settings.otelTracesSamplerArg);
  if (settings.otelEndpoint === '' || settings.otelDisabled === 'true') return undefined;
  const { openOtlp } = await import('./otlp.ts');
  return openOtlp(settings, server);
}
