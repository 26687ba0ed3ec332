import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentDigest, digestMatches } from './digest.ts';

// RFC 9530, appendix B.
const body = Buffer.from('{"hello": "world"}\n');
const sha256 = 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:';
const sha512 = `sha-512=:${createHash('sha512').update(body).digest('base64')}:`;

test("matches the RFC's example", () => {
  expect(contentDigest(body)).toBe(sha256);
});

test.each([
  [sha256, true],
  [sha512, true],
  [`${sha256}, ${sha512}`, true],
  [`md5=:1B2M2Y8AsgTpgAmY7PhCfg==:, ${sha512}`, true],
  ['md5=:1B2M2Y8AsgTpgAmY7PhCfg==:', false],
  [`${sha256}, sha-512=:AAAA:`, false],
  [`sha-256=:AAAA:, ${sha512}`, false],
  ['sha-256', false],
  ['sha-256="RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg="', false],
  [`${sha256},`, false],
  ['', false],
])('Content-Digest %s', (header, matches) => {
  expect(digestMatches(header, body)).toBe(matches);
  expect(digestMatches(header, Buffer.from('{}'))).toBe(false);
});
