import { ofThisProcess } from '../metrics/count.ts';
import { counter } from '../metrics/definition.ts';

export const TELEMETRY_EXPORTS = ofThisProcess(
  counter(
    'seonmul_telemetry_exports_total',
    'What was handed to the collector of OpenTelemetry, a batch each, by signal (traces, metrics, logs) and outcome: taken or failed.',
    ['signal', 'outcome'],
  ),
);
