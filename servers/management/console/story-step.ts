/** Something that happened to a gift, with the trace that finds it in every server's log. */
export type Step<Kind extends string, Fields> = { step: Kind; at: string; trace_id?: string } & Fields;

/** At most this many steps of a kind are shown. */
export const STEPS_MAX = 500;

type Present<Value> = Exclude<Value, null> extends Date ? string : Exclude<Value, null>;

/** Leaves out fields that are null; times become text. */
export function presentFields<Fields extends Record<string, string | number | Date | null>>(
  fields: Fields,
): { [Name in keyof Fields]?: Present<Fields[Name]> } {
  const present = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(
    present.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  ) as { [Name in keyof Fields]?: Present<Fields[Name]> };
}
