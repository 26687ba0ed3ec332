import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Result = {
  '2xx': number;
  non2xx: number;
  duration: number;
  latency: { p50: number; p99: number };
};
type Request = { path: string; body: string; headers: Record<string, string> };
type Autocannon = (settings: Record<string, unknown>) => Promise<Result>;

/** Arguments: the folder that autocannon is installed in, and what to send, as JSON. Prints what came of it as JSON. */
const [modules = '', asked = '{}'] = process.argv.slice(2);
const { url, file, run, connections, seconds, once } = JSON.parse(asked);
const autocannon: Autocannon = createRequire(join(modules, 'x.js'))('autocannon');
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t'));
let count = 0;

const result = await autocannon({
  url,
  connections,
  ...(once ? { amount: Math.max(lines.length, connections) } : {}),
  duration: seconds,
  timeout: 30,
  method: 'POST',
  requests: [
    {
      setupRequest(request: Request) {
        const [token = '', path = '', body = ''] = lines[count % lines.length] ?? [];
        count += 1;
        const from =
          token === ''
            ? { 'x-forwarded-for': `10.200.${Math.floor(count / 250) % 250}.${count % 250}` }
            : { authorization: `Bearer ${token}` };
        const headers = { 'content-type': 'application/json', 'idempotency-key': `${run}-${count}` };
        return { ...request, path, body, headers: { ...headers, ...from } };
      },
    },
  ],
});
console.log(
  JSON.stringify({
    answered: result['2xx'] + result.non2xx,
    refused: result.non2xx,
    per_s: result['2xx'] / result.duration,
    p50_ms: result.latency.p50,
    p99_ms: result.latency.p99,
  }),
);
