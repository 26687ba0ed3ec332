/** The parts of a JSON schema that are described here. */
export type Schema = {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  patternProperties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
};

export type Member = { path: string; isRequired: boolean; form: string };

/** The members of a value, nested ones by their path: `[].keys[].keyid`. */
export function membersOf(schema: Schema, path = ''): Member[] {
  if (schema.items !== undefined) return membersOf(schema.items, `${path}[]`);
  const parts = schema.allOf ?? [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const isRequired = schema.required?.includes(name) === true;
    const at = path === '' ? name : `${path}.${name}`;
    return [{ path: at, isRequired, form: formOf(member) }, ...membersOf(member, at)];
  });
  const named = Object.values(schema.patternProperties ?? {}).flatMap((member) => {
    const at = path === '' ? '<name>' : `${path}.<name>`;
    return [{ path: at, isRequired: false, form: formOf(member) }, ...membersOf(member, at)];
  });
  const alternatives = alternativesOf(schema).flatMap((alternative) => {
    const kind = alternative.properties?.kind?.const;
    return membersOf(alternative, kind === undefined ? path : path.replace(/\]$/, `kind=${kind}]`));
  });
  return [...own, ...named, ...parts.flatMap((part) => membersOf(part, path)), ...alternatives];
}

/** Those that are objects; the others are told by their form. */
function alternativesOf({ anyOf = [] }: Schema): Schema[] {
  return anyOf.filter(({ properties }) => properties !== undefined);
}

function formOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined)
    return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(formOf))].join(' or ');
  if (schema.allOf !== undefined || schema.type === 'object') return 'object';
  if (schema.items !== undefined)
    return schema.items.type === 'object' ? 'list' : `list of ${formOf(schema.items)}`;
  if (schema.type === undefined) return 'anything';
  return [schema.type, ...boundsOf(schema)].join(', ');
}

function boundsOf({ pattern, minLength, maxLength, minimum, maximum }: Schema): string[] {
  const unless = (least: number | undefined, usual: number) => least !== undefined && least > usual;
  return [
    ...(pattern === undefined ? [] : [`\`${pattern}\``]),
    ...(unless(minLength, 1) ? [`at least ${minLength} characters`] : []),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
  ];
}
