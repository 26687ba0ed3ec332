import Type, { type Static } from 'typebox';

const Pointer = Type.String({ pattern: '^(/[^/]*)*$' });
const Template = Type.String({ maxLength: 2_000 });
const Words = Type.Array(Type.String(), { minItems: 1 });

const strict = { additionalProperties: false };

/** How a webhook proves who called it. */
const Proof = Type.Union([
  /** A secret in a header, such as `Authorization: Bearer …`. */
  Type.Object(
    { kind: Type.Literal('header'), header: Type.String(), value: Type.String({ minLength: 16 }) },
    strict,
  ),
  /** HMAC-SHA256 of the body in a header. */
  Type.Object(
    {
      kind: Type.Literal('hmac_sha256'),
      header: Type.String(),
      secret: Type.String({ minLength: 16 }),
      encoding: Type.Union([Type.Literal('hex'), Type.Literal('base64')]),
      /** What stands before it, such as `sha256=`. */
      prefix: Type.Optional(Type.String()),
    },
    strict,
  ),
]);

/** Which words of the provider mean what; every other word means that the text is on its way. */
const States = Type.Object(
  {
    delivered: Words,
    undeliverable: Type.Optional(Words),
    expired: Type.Optional(Words),
    rejected: Type.Optional(Words),
    unknown: Type.Optional(Words),
  },
  strict,
);

/** How to use a provider that there is no adapter for. `{to}`, `{to_national}`, `{country_code}`, `{text}`, `{sender}` and `{reference}` are filled in. */
export const HttpRequestSettings = Type.Object(
  {
    method: Type.Union([Type.Literal('POST'), Type.Literal('PUT'), Type.Literal('GET')]),
    url: Type.String({ pattern: '^https?://' }),
    headers: Type.Record(Type.String(), Template),
    /** Sent as JSON, or as form fields. */
    json: Type.Optional(Type.Unknown()),
    form: Type.Optional(Type.Record(Type.String(), Template)),
    answer: Type.Object(
      {
        id: Pointer,
        /** For a provider that answers 200 to what it refuses. */
        accepted: Type.Optional(Type.Object({ at: Pointer, values: Words }, strict)),
        /** Values there of refusals that are not about the text, so that another provider may send it. */
        try_another: Type.Optional(Words),
      },
      strict,
    ),
    /** By which a text is asked about; `{id}` is the provider's, `{reference}` ours. */
    look_up: Type.Optional(
      Type.Object(
        {
          url: Type.String({ pattern: '^https?://' }),
          url_by_reference: Type.Optional(Type.String({ pattern: '^https?://' })),
          id: Pointer,
          state: Pointer,
        },
        strict,
      ),
    ),
    states: Type.Optional(States),
    webhook: Type.Optional(
      Type.Object(
        {
          proof: Proof,
          /** Where the list of reports is; empty if the body is one report. */
          reports: Type.Optional(Pointer),
          id: Pointer,
          reference: Type.Optional(Pointer),
          state: Pointer,
          /** Texts from phones at the same address. */
          text: Type.Optional(
            Type.Object({ from: Pointer, to: Pointer, text: Pointer, id: Pointer }, strict),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);

export type HttpRequestSettings = Static<typeof HttpRequestSettings>;
export type ReportStates = Static<typeof States>;
