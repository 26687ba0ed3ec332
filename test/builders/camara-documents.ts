import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** A folder with CAMARA's OpenAPI documents in `camara/`, which are not part of this repository: by default beside it. */
const FOLDER = process.env.STANDARDS_DIR ?? join(import.meta.dirname, '../../../shared/standards');
export const CAMARA_FILES = {
  fillIn: 'KnowYourCustomerFill-in@r1.3/kyc-fill-in.yaml',
  match: 'KnowYourCustomerMatch@r1.2/kyc-match.yaml',
  recycling: 'NumberRecycling@r2.2/number-recycling.yaml',
  simSwap: 'SimSwap@r3.3/sim-swap.yaml',
} as const;

type Operation = { requestBody?: unknown; responses: Record<string, { $ref?: string }> };
type Document = {
  servers: { url: string }[];
  paths: Record<string, { post: Operation }>;
  components: Record<string, unknown>;
};

export type OfficialDocument = {
  /** Where its paths begin, after the operator's base URL. */
  root: string;
  /** What is wrong with a request or an answer by the document, by path and status. */
  request(path: string, body: unknown): string[];
  answer(path: string, status: number, body: unknown): string[];
};

export function hasCamara(): boolean {
  return existsSync(join(FOLDER, 'camara'));
}

export function officialDocument(file: string): OfficialDocument {
  const document: Document = parse(readFileSync(join(FOLDER, 'camara', file), 'utf8'));
  const ajv = new Ajv({ strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(Object.assign({ $id: 'doc' }, openApi30(document)));
  const pointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');
  const problems = (check: ValidateFunction, body: unknown) =>
    check(body) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const schemaAt = (at: string) => ajv.compile({ $ref: `doc#${at}/content/application~1json/schema` });
  return {
    root: (document.servers[0]?.url ?? '').replace('{apiRoot}', ''),
    request(path, body) {
      if (document.paths[path] === undefined) return [`${path} is not documented`];
      return problems(schemaAt(`/paths/${pointer(path)}/post/requestBody`), body);
    },
    answer(path, status, body) {
      const response = document.paths[path]?.post.responses[String(status)];
      if (response === undefined) return [`${status} is not documented for ${path}`];
      const at = response.$ref?.slice(1) ?? `/paths/${pointer(path)}/post/responses/${status}`;
      return problems(schemaAt(at), body);
    },
  };
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says a type of null. */
function openApi30(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openApi30);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, example: _example, ...rest } = value as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, member]) => [key, openApi30(member)]));
  return nullable === true && typeof inner.type === 'string'
    ? { ...inner, type: [inner.type, 'null'] }
    : inner;
}
