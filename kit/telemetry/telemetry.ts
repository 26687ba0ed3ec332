import type { SettingValues } from '../config.ts';
import type { Telemetry } from './port.ts';
import { requireSamplerArg, type TELEMETRY_SETTINGS } from './settings.ts';

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
