import { spawn } from 'node:child_process';

/** Turns a text into a WAV file. */
export type SpeechEngine = {
  /** Identifies the engine, so that its cached speech is not mistaken for another's. */
  readonly name: string;
  speak(text: string, voice: string): Promise<Buffer>;
};

const SPEAK_MS_MAX = 15_000;
const SOUND_BYTES_MAX = 16 * 1024 * 1024;

/**
 * A program on this machine, such as `espeak-ng -v {voice} --stdin --stdout`. It reads the text from standard input, since
 * everybody on the machine can see arguments, and writes the WAV file to standard output.
 */
export function commandEngine(command: string): SpeechEngine {
  const words = command.startsWith('[') ? wordsOfJson(command) : command.split(/\s+/).filter(Boolean);
  return {
    name: command,
    speak(text, voice) {
      const [program = '', ...args] = words.map((word) => word.replaceAll('{voice}', voice));
      return new Promise((done, failed) => {
        const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: SPEAK_MS_MAX });
        const parts: Buffer[] = [];
        let bytes = 0;
        child.stdout.on('data', (part: Buffer) => {
          parts.push(part);
          bytes += part.length;
          if (bytes > SOUND_BYTES_MAX) child.kill('SIGKILL');
        });
        child.once('error', failed);
        child.once('close', (code) =>
          code === 0
            ? done(Buffer.concat(parts))
            : failed(new Error(`The speech engine ${program} exited with ${code}.`)),
        );
        // An engine that exits before reading everything reports it by its exit code.
        child.stdin.on('error', () => {});
        child.stdin.end(text);
      });
    },
  };
}

/** A command with spaces in a path is written as a JSON list. */
function wordsOfJson(command: string): string[] {
  const parsed: unknown = JSON.parse(command);
  if (!Array.isArray(parsed))
    throw new Error('SPEECH_COMMAND must be a command line or a JSON list of words.');
  return parsed.map(String);
}

/** An HTTP service: `POST {text, voice}` as JSON, answered with `audio/wav`. */
export function httpEngine(url: string): SpeechEngine {
  return {
    name: url,
    async speak(text, voice) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'audio/wav' },
        body: JSON.stringify({ text, voice }),
        redirect: 'error',
        signal: AbortSignal.timeout(SPEAK_MS_MAX),
      });
      if (!response.ok) throw new Error(`The speech engine answered ${response.status}.`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}
