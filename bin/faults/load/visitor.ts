import { pause, type Random } from '../proxy/weather.ts';
import { keyOf } from '../record/keys.ts';
import type { ClientRecord, OpKind, Outcome } from '../record/record.ts';
import type { Says } from '../record/says.ts';

export type Body = Record<string, unknown>;
type Request = { method: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown };
type Heard = { status: number; text: string; body: Body } | undefined;
export type Told = { id: string; outcome: Outcome; code: string | undefined; body: Body };

/** How many reasons there are at the moment to ask for things again, and to use their keys for something else. */
export type Manners = { rude: number };

export type Surroundings = {
  record: ClientRecord;
  says: Says;
  manners: Manners;
};

const PATIENCE_MS = 20_000;
const ATTEMPTS_MAX = 6;
const PAUSE_MS = 1_500;
/** Of a hundred changes, so many are asked for again, and of as many the keys are used for something else. */
const AGAIN_PERCENT = { usual: 3, rude: 30 };

/** Somebody at a server's door, who keeps a record of what they wanted and what they were told. */
export class Visitor {
  readonly name: string;
  readonly random: Random;
  readonly #base: string;
  readonly #address: string;
  readonly #surroundings: Surroundings;
  readonly #logIn: (() => Promise<string>) | undefined;
  #token: string | undefined;
  #count = 0;
  #last: { id: string; request: Request; heard: Exclude<Heard, undefined> } | undefined;

  constructor(
    of: { name: string; base: string; address: string; random: Random; logIn?: () => Promise<string> },
    surroundings: Surroundings,
  ) {
    this.name = of.name;
    this.random = of.random;
    this.#base = of.base;
    this.#address = of.address;
    this.#logIn = of.logIn;
    this.#surroundings = surroundings;
  }

  /** Asks for a change under a key of its own, again and again until it is known what became of it, or patience ends. */
  async change(kind: OpKind, about: Body, requestOf: (id: string) => Request): Promise<Told> {
    const { record } = this.#surroundings;
    const id = this.#nextId();
    const request = requestOf(id);
    record.wants(id, kind, about);
    const attempts = 1 + this.random.upTo(ATTEMPTS_MAX);
    let wasLost = false;
    for (let attempt = 1; ; attempt++) {
      const heard = await this.#ask(request, keyOf(id));
      const known = knownFrom(heard, wasLost);
      if (heard !== undefined && known !== undefined) {
        const told: Told = { id, ...known, body: heard.body };
        const { code } = known;
        record.heard(id, known.outcome, { ...(code === undefined ? {} : { code }), said: heard.body });
        this.#last = { id, request, heard };
        await this.#misbehave(this.#last);
        return told;
      }
      // Who they are is looked at before anything is done.
      wasLost ||= heard?.status !== 401;
      if (attempt >= attempts) break;
      await pause(this.random.upTo(PAUSE_MS));
    }
    record.heard(id, 'unknown', {});
    return { id, outcome: 'unknown', code: undefined, body: {} };
  }

  /** Something that moves nothing; undefined if it is not known what came of it. */
  async look(request: Request): Promise<{ status: number; body: Body } | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      const heard = await this.#ask(request, request.method === 'GET' ? undefined : `look-${this.#nextId()}`);
      if (heard !== undefined && heard.status < 500 && ![401, 409, 429].includes(heard.status)) return heard;
      await pause(this.random.upTo(PAUSE_MS));
    }
    return undefined;
  }

  /** One attempt, with its code, and under a key only if one is given; kept in the record as a guess. */
  async guess(about: Body, request: Request): Promise<void> {
    const id = this.#nextId();
    this.#surroundings.record.wants(id, 'guess', about);
    const heard = await this.#ask(request, undefined);
    const isAnswered = heard !== undefined && heard.status < 500;
    this.#surroundings.record.heard(
      id,
      isAnswered ? 'refused' : 'unknown',
      isAnswered ? { code: String(heard.body.code ?? heard.status) } : {},
    );
  }

  #nextId(): string {
    this.#count += 1;
    return `${this.name}-${this.#count}`;
  }

  /** The id of the last change that was answered. */
  get lastId(): string | undefined {
    return this.#last?.id;
  }

  /** Asks for the last change again, which must be answered as it was. */
  async askAgain(): Promise<void> {
    if (this.#last === undefined) return;
    const { id, request, heard } = this.#last;
    const again = await this.#ask(request, keyOf(id));
    if (again === undefined || !isFinal(again)) return;
    if (again.status !== heard.status || again.text !== heard.text)
      this.#surroundings.says.finds(
        'answers',
        `${id}: ${heard.status} ${heard.text}, and again ${again.status} ${again.text}`,
      );
  }

  /** The same again must be told the same; the same key for something else must be refused. */
  async #misbehave({ id, request }: { id: string; request: Request }): Promise<void> {
    const { manners, says } = this.#surroundings;
    const percent = manners.rude > 0 ? AGAIN_PERCENT.rude : AGAIN_PERCENT.usual;
    const draw = this.random.upTo(100);
    if (draw < percent) return this.askAgain();
    if (draw >= 2 * percent) return;
    const other = await this.#ask(withOtherBody(request), keyOf(id));
    if (other === undefined || !isFinal(other)) return;
    // A body that this operation doesn't take is refused before the key is looked at.
    const isRefused = other.body.code === 'idempotency_key_reused' || other.status === 400;
    if (!isRefused) says.finds('answers', `${id}, with another body: ${other.status} ${other.text}`);
  }

  async #ask({ method, path, body }: Request, key: string | undefined): Promise<Heard> {
    if (this.#logIn !== undefined && this.#token === undefined)
      this.#token = await this.#logIn().catch(() => undefined);
    try {
      const response = await fetch(`${this.#base}${path}`, {
        method,
        headers: {
          'x-forwarded-for': this.#address,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await response.text();
      if (response.status === 401) this.#token = undefined;
      return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
    } catch {
      return undefined;
    }
  }
}

function isFinal({ status, body }: Exclude<Heard, undefined>): boolean {
  return status < 500 && status !== 401 && status !== 429 && body.code !== 'request_in_progress';
}

/**
 * What an answer says of the change. A refusal for now (429) says nothing of an earlier attempt that may have been served.
 */
function knownFrom(
  heard: Heard,
  wasLost: boolean,
): { outcome: Outcome; code: string | undefined } | undefined {
  if (heard === undefined || heard.status >= 500 || heard.status === 401) return undefined;
  const { status, body } = heard;
  if (status < 300) return { outcome: 'done', code: undefined };
  const code = String(body.code ?? status);
  if (code === 'request_in_progress' || (status === 429 && wasLost)) return undefined;
  return { outcome: 'refused', code };
}

/** Another request that the operation might take just as well: other numbers, or a member more. */
function withOtherBody({ method, path, body }: Request): Request {
  const text = JSON.stringify(body ?? {});
  const other = text.replace(/"amount_minor":(\d+)/, (_, amount) => `"amount_minor":${Number(amount) + 1}`);
  return { method, path, body: other === text ? { ...Object(body), another: true } : JSON.parse(other) };
}
