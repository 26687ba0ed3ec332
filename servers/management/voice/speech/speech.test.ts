import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandEngine, httpEngine } from './engine.ts';
import { cachedSpeech } from './speech.ts';

const VOICES = { ko: 'ko', en: 'en' };
/** An engine whose sound is as long as its text, and which records each text it spoke. */
const ENGINE = `
const { appendFileSync } = require('node:fs');
let text = '';
process.stdin.on('data', (part) => { text += part; }).on('end', () => {
  appendFileSync(process.argv[1] + '/spoken', process.argv[2] + ':' + text + '\\n');
  if (text === 'fail') process.exit(3);
  const wav = Buffer.alloc(44 + text.length * 320);
  wav.write('RIFF', 0); wav.write('WAVEfmt ', 8); wav.writeUInt32LE(16, 16); wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22); wav.writeUInt32LE(8000, 24); wav.writeUInt16LE(16, 34); wav.write('data', 36);
  wav.writeUInt32LE(text.length * 320, 40);
  process.stdout.write(wav);
});`;

let dir: string;
let command: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'seonmul-speech-'));
  command = JSON.stringify([process.execPath, '-e', ENGINE, dir, '{voice}']);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const spoken = () => readFileSync(join(dir, 'spoken'), 'utf8').trim().split('\n');
const cache = () => join(dir, 'cache');

test('a text is synthesised once, however often and by how many processes it is requested', async () => {
  const speech = cachedSpeech(commandEngine(command), VOICES, cache());
  const hello = { locale: 'en', text: 'hello' } as const;
  const paths = await Promise.all(Array.from({ length: 5 }, () => speech.soundOf(hello)));
  expect(new Set(paths).size).toBe(1);
  expect(await cachedSpeech(commandEngine(command), VOICES, cache()).soundOf(hello)).toBe(paths[0]);
  expect(spoken()).toEqual(['en:hello']);
  expect(readFileSync(`${paths[0]}.ulaw`).length).toBe(5 * 160);
  expect(readFileSync(`${paths[0]}.txt`, 'utf8')).toBe('hello');
});

test('a sound that is made again, as by two processes at once, is replaced in one step with its text', async () => {
  const speech = cachedSpeech(commandEngine(command), VOICES, cache());
  const hello = { locale: 'en', text: 'hello' } as const;
  const path = await speech.soundOf(hello);
  const before = statSync(`${path}.txt`).ino;
  rmSync(`${path}.ulaw`);
  await speech.soundOf(hello);
  // A new file took its place; rewriting the old one would have left it empty for a moment.
  expect(statSync(`${path}.txt`).ino).not.toBe(before);
});

test('a different voice, text or engine makes a different sound', async () => {
  const speech = cachedSpeech(commandEngine(command), VOICES, cache());
  const other = cachedSpeech(commandEngine(JSON.stringify([...JSON.parse(command), '-'])), VOICES, cache());
  const paths = await Promise.all([
    speech.soundOf({ locale: 'en', text: 'hello' }),
    speech.soundOf({ locale: 'ko', text: 'hello' }),
    speech.soundOf({ locale: 'en', text: 'bye' }),
    other.soundOf({ locale: 'en', text: 'hello' }),
  ]);
  expect(new Set(paths).size).toBe(4);
});

test('a failing engine leaves no file behind and is tried again', async () => {
  const speech = cachedSpeech(commandEngine(command), VOICES, cache());
  const fail = { locale: 'en', text: 'fail' } as const;
  await expect(speech.soundOf(fail)).rejects.toThrow('exited with 3');
  await expect(speech.soundOf(fail)).rejects.toThrow('exited with 3');
  expect(spoken()).toHaveLength(2);
  expect(readdirSync(cache())).toEqual([]);
});

test('a recording that replaces a sound is played from then on', async () => {
  const speech = cachedSpeech(commandEngine(command), VOICES, cache());
  const hello = { locale: 'en', text: 'hello' } as const;
  const path = await speech.soundOf(hello);
  writeFileSync(`${path}.ulaw`, 'recorded');
  await speech.soundOf(hello);
  expect(readFileSync(`${path}.ulaw`, 'utf8')).toBe('recorded');
});

test('sounds unused for a month are removed', async () => {
  const speech = cachedSpeech(commandEngine(command), VOICES, cache());
  const [old, young] = await Promise.all(
    ['old', 'young'].map((text) => speech.soundOf({ locale: 'en', text })),
  );
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  for (const ending of ['ulaw', 'txt']) utimesSync(`${old}.${ending}`, longAgo, longAgo);
  await speech.tidy();
  expect(
    readdirSync(cache())
      .map((name) => join(cache(), name))
      .sort(),
  ).toEqual([`${young}.txt`, `${young}.ulaw`].sort());
});

test('an HTTP service is an engine; an error status is a failure, and so is a redirection', async () => {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked.push(JSON.parse(body || 'null'));
      if (body.includes('fail')) response.statusCode = 503;
      if (body.includes('elsewhere')) response.writeHead(302, { location: '/elsewhere' });
      response.end('wav');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const engine = httpEngine(`http://127.0.0.1:${(server.address() as AddressInfo).port}/speak`);
  expect((await engine.speak('안녕하세요', 'ko')).toString()).toBe('wav');
  expect(asked).toEqual([{ text: '안녕하세요', voice: 'ko' }]);
  await expect(engine.speak('fail', 'ko')).rejects.toThrow('answered 503');
  await expect(engine.speak('elsewhere', 'ko')).rejects.toThrow('fetch failed');
  expect(asked).toHaveLength(3);
  await new Promise((closed) => server.close(closed));
});
