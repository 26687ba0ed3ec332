import type { Particle } from './particles.ts';

export type { Locale, MainLocale } from './locale.ts';

/** An amount passed to a text; also a plain integer, since notices are stored as JSON until they are sent. */
export type MoneyVar = { readonly amount_minor: bigint | number; readonly currency: string };
/** A time passed to a text: a Date, or RFC 3339 text. */
export type TimeVar = Date | string;

/** The formats of placeholders, such as `{{amount, money}}`, with the type of their values. */
export type FormatValues = {
  money: MoneyVar;
  date: TimeVar;
  date_time: TimeVar;
  phone: string;
  quoted_line: string;
  card_brand: string;
  spoken_money: MoneyVar;
  spoken_date: TimeVar;
  spoken_date_time: TimeVar;
  spoken_phone: string;
  spoken_digits: string;
  spoken_count: number;
  spoken_hours: string;
  spoken_name: string;
  spoken_person: string;
  spoken_text: string;
} & ParticleValues;
/** `{{name, josa:을/를}}`: the value, followed by the particle that suits its last sound. */
type ParticleValues = { [Pair in Particle as `josa:${Pair}`]: string | number };

type Texts = Readonly<Record<string, string>>;

/** A Korean part has a text for every key of the English part. */
export type SameKeys<Part> = { readonly [Key in keyof Part]: string };

// The content of a placeholder: `name`, `amount, money`, `amount, money, josa:을/를`.
type Placeholder<Text> = Text extends `${string}{{${infer Inside}}}${infer Rest}`
  ? Inside | Placeholder<Rest>
  : never;
type NameOf<Inside> = Inside extends `${infer Name},${string}` ? Name : Inside;

/** The type of a placeholder's value; `never` for an unknown format. */
type ValueOf<Inside> = Inside extends `${string}, ${infer Formats}`
  ? Formats extends keyof FormatValues
    ? FormatValues[Formats]
    : Formats extends `${infer First extends keyof FormatValues}, ${keyof ParticleValues}`
      ? FormatValues[First]
      : never
  : Inside extends `${string}${',' | ' '}${string}`
    ? never
    : string | number;

// A variable that is used twice must suit both places. Function parameters are contravariant, so this intersects the types.
type TakerOf<Inside> = Inside extends Inside ? (value: ValueOf<Inside>) => void : never;
type ValueForAll<Inside> = TakerOf<Inside> extends (value: infer Value) => void ? Value : never;

/** The variables of a text, derived from its English template, so that a missing variable does not compile. */
export type VarsOfTemplates<Text> = VarsOfPlaceholders<Placeholder<Text>>;
type VarsOfPlaceholders<Inside> = {
  readonly [Name in NameOf<Inside> & string]: ValueForAll<Extract<Inside, Name | `${Name},${string}`>>;
};

/** The placeholders of a text that can't be filled with these variables. */
type Misfit<Inside, Vars> = Inside extends Inside
  ? [ValueOf<Inside>] extends [never]
    ? Inside
    : NameOf<Inside> extends keyof Vars
      ? Vars[NameOf<Inside>] extends ValueOf<Inside>
        ? never
        : Inside
      : Inside
  : never;

/** The text itself, or a type that appears in the compiler's error. */
type Checked<Text, Vars> = string extends Text
  ? { readonly 'is not known to the compiler; a long text is made by': 'join' }
  : [Misfit<Placeholder<Text>, Vars>] extends [never]
    ? Text
    : { readonly 'has no such variable, or no such format for it': Misfit<Placeholder<Text>, Vars> };

type English<Part> = {
  [Key in keyof Part]: Placeholder<Part[Key]> extends infer Inside
    ? [Extract<Inside, `${string}josa:${string}`>] extends [never]
      ? Checked<Part[Key], VarsOfPlaceholders<Inside>>
      : { readonly 'is English and takes no particle': Extract<Inside, `${string}josa:${string}`> }
    : never;
};
/** The keys of a part that are read, not heard: calls are in Korean or English (see `mainLocale`). */
export type ReadKey<Part> = Exclude<keyof Part, `${string}.spoken`>;

type Korean<Part, EnglishPart> = {
  [Key in keyof Part]: Key extends keyof EnglishPart
    ? Checked<Part[Key], VarsOfTemplates<EnglishPart[Key]>>
    : { readonly 'is a key that the English part lacks': Key };
};

type Reading<Part, EnglishPart> = {
  [Key in keyof Part]: Key extends ReadKey<EnglishPart>
    ? Checked<Part[Key], VarsOfTemplates<EnglishPart[Key]>>
    : { readonly 'is a key that the English part lacks, or is heard': Key };
};

/** A part of the catalogue in English. An unknown format does not compile. */
export function english<const Part extends Texts>(texts: Part & English<Part>): Part {
  return texts;
}

/** The same part in Korean: the same keys, and in each text only variables of the English one. */
export function korean<EnglishPart, const Part extends SameKeys<EnglishPart>>(
  _english: EnglishPart,
  texts: Part & Korean<Part, EnglishPart>,
): Part {
  return texts;
}

/** The same part in Japanese or in simplified Chinese: every text of it that is read, with variables of the English one. */
export function reading<EnglishPart, const Part extends { readonly [Key in ReadKey<EnglishPart>]: string }>(
  _english: EnglishPart,
  texts: Part & Reading<Part, EnglishPart>,
): Part {
  return texts;
}
