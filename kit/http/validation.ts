import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifySchemaValidationError } from 'fastify';
import { TYPED_FORMATS } from '../typed/shapes.ts';
import type { App } from './app.ts';

/**
 * JSON is validated strictly: types are not coerced, and unknown members are refused (every object schema has
 * `additionalProperties: false`). Query strings and path parameters are text, so numbers and booleans are parsed there,
 * and only there.
 */
export function validateStrictly(app: App): void {
  const formats = TYPED_FORMATS;
  const forBodies = addFormats.default(new Ajv2020({ strict: false, allErrors: false, formats }));
  const forText = addFormats.default(
    new Ajv2020({ strict: false, allErrors: false, formats, coerceTypes: true, useDefaults: true }),
  );
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? forBodies : forText).compile(schema as object),
  );
}

/** What is invalid and where, without the value, which may be a secret. */
export function invalidMembers(
  errors: readonly FastifySchemaValidationError[],
): { path: string; rule: string; expected: Record<string, unknown> }[] {
  return errors.map((error) => ({ path: error.instancePath, rule: error.keyword, expected: error.params }));
}
