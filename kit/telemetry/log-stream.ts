import { context } from '@opentelemetry/api';
import { type AnyValueMap, type Logger, SeverityNumber } from '@opentelemetry/api-logs';
import type { DestinationStream } from 'pino';

/** Pino's levels, each with OpenTelemetry's. */
const SEVERITIES: Readonly<Record<number, readonly [SeverityNumber, string]>> = {
  10: [SeverityNumber.TRACE, 'TRACE'],
  20: [SeverityNumber.DEBUG, 'DEBUG'],
  30: [SeverityNumber.INFO, 'INFO'],
  40: [SeverityNumber.WARN, 'WARN'],
  50: [SeverityNumber.ERROR, 'ERROR'],
  60: [SeverityNumber.FATAL, 'FATAL'],
};

/**
 * Sends lines of the log, as they are written to standard output: what is masked there is masked here. Pino writes a line
 * while whatever is logged runs, so the trace is that of the moment.
 */
export function logStream(logger: Logger): DestinationStream {
  return {
    write(line: string) {
      const { level, time, msg, server: _server, trace_id: _trace, err, ...attributes } = JSON.parse(line);
      const [severityNumber, severityText] = SEVERITIES[level] ?? [SeverityNumber.UNSPECIFIED, ''];
      logger.emit({
        timestamp: new Date(time),
        severityNumber,
        severityText,
        body: msg,
        attributes: { ...attributes, ...exceptionOf(err) },
        context: context.active(),
      });
    },
  };
}

function exceptionOf(err: { type?: string; message?: string; stack?: string } | undefined): AnyValueMap {
  if (err === undefined) return {};
  const { type = 'Error', message = '', stack = '' } = err;
  return { 'exception.type': type, 'exception.message': message, 'exception.stacktrace': stack };
}
